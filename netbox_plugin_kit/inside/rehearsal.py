"""A plugin's migrations forwards, backwards and forwards again, the way `migrate` runs them, in a fraction of its time.

Nearly all of what `migrate` costs under NetBox is Django working out, for every operation and every direction anew,
what all models of NetBox looked like at that point. Here that happens once, on the way forwards, in Django's own code;
the states it came to are kept, and the other two ways use them. The operations themselves run against the database
each time.
"""

from __future__ import annotations

import contextlib
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .reloads import narrow_reloads

__all__ = ["Rehearsal"]


@dataclass(frozen=True)
class _Step:
    """One operation of one migration, with what the models were before it."""

    migration: Any
    operation: Any
    before: Any


class Rehearsal:
    """The migrations of some applications, on a database where everything else is migrated already."""

    def __init__(self, labels: list[str]) -> None:
        from django.db import connection
        from django.db.migrations.executor import MigrationExecutor

        self._connection = connection
        self._executor = MigrationExecutor(connection, progress_callback=_print_progress)
        loader = self._executor.loader
        self.labels = [label for label in labels if label in loader.migrated_apps]
        targets = [node for label in self.labels for node in loader.graph.leaf_nodes(label)]
        self._plan = self._executor.migration_plan(targets)
        self._steps: list[_Step] = []
        self._end: Any = None

    @property
    def count(self) -> int:
        """How many migrations there are to apply."""
        return len(self._plan)

    @property
    def graph(self) -> Any:
        """Django's graph of all migrations."""
        return self._executor.loader.graph

    def state(self) -> Any:
        """What the migrations say the models are, after `forwards()`."""
        return self._end if self._end is not None else self._executor.loader.project_state()

    def forwards(self) -> None:
        """Apply them; then content types, permissions and the like follow as after every `migrate`."""
        if not self._plan:
            return
        state = self._state_before()
        self._emit_pre_migrate(state)
        try:
            with narrow_reloads():
                state = self._apply(self._plan, state)
        except Exception:
            # Django's own way decides: what was applied stays, and the migration that failed was rolled back.
            traceback.print_exc()
            self._executor.loader.build_graph()
            done = self._executor.loader.applied_migrations
            left = [item for item in self._plan if (item[0].app_label, item[0].name) not in done]
            self._steps = [step for step in self._steps if step.migration not in {migration for migration, _ in left}]
            state = self._apply(left, self._state_before())
        self._end = state
        self._emit_post_migrate(state)

    def _state_before(self) -> Any:
        return self._executor._create_project_state(with_applied_migrations=True)  # noqa: SLF001

    def _apply(self, plan: list[Any], state: Any) -> Any:
        for migration, _ in plan:
            state.apps  # noqa: B018 - has all classes made, as the executor does before the first migration
            with _recorded(migration, self._steps):
                state = self._executor.apply_migration(state, migration)
        return state

    def backwards(self) -> None:
        """Take them back, newest first.

        Raises:
            IrreversibleError: One cannot be taken back; none is, then.
        """
        from django.db.migrations.exceptions import IrreversibleError

        for step in self._steps:
            if not step.operation.reversible:
                raise IrreversibleError(f"Operation {step.operation} in {step.migration} is not reversible")
        for migration, _ in reversed(self._plan):
            _say(f"Unapplying {migration}")
            with self._connection.schema_editor(atomic=migration.atomic) as editor:
                for step, after in reversed(list(self._of(migration))):
                    with self._atomic(step, editor):
                        step.operation.database_backwards(migration.app_label, editor, after, step.before)
            self._record(migration, applied=False)

    def again(self) -> None:
        """Apply them once more."""
        for migration, _ in self._plan:
            _say(f"Applying {migration} again")
            with self._connection.schema_editor(atomic=migration.atomic) as editor:
                for step, after in self._of(migration):
                    with self._atomic(step, editor):
                        step.operation.database_forwards(migration.app_label, editor, step.before, after)
            self._record(migration, applied=True)

    def _of(self, migration: Any) -> Iterator[tuple[_Step, Any]]:
        """The operations of a migration, each with what the models are after it."""
        following = [step.before for step in self._steps[1:]] + [self._end]
        for step, after in zip(self._steps, following, strict=True):
            if step.migration is migration:
                yield step, after

    def _atomic(self, step: _Step, editor: Any) -> contextlib.AbstractContextManager[Any]:
        """As django.db.migrations.migration.Migration.apply() decides it."""
        from django.db.transaction import atomic

        wanted = step.operation.atomic or (step.migration.atomic and step.operation.atomic is not False)
        needed = not editor.atomic_migration and wanted
        return atomic(self._connection.alias) if needed else contextlib.nullcontext()

    def _emit_pre_migrate(self, state: Any) -> None:
        from django.core.management.sql import emit_pre_migrate_signal

        emit_pre_migrate_signal(0, False, self._connection.alias, apps=state.apps, plan=self._plan)

    def _emit_post_migrate(self, state: Any) -> None:
        """Only of the applications that changed; for the others the receivers would find everything as it is."""
        from django.apps import apps
        from django.db.models.signals import post_migrate

        state.clear_delayed_apps_cache()
        for label in self.labels:
            config = apps.get_app_config(label)
            post_migrate.send(
                sender=config,
                app_config=config,
                verbosity=0,
                interactive=False,
                using=self._connection.alias,
                apps=state.apps,
                plan=self._plan,
            )

    def _record(self, migration: Any, *, applied: bool) -> None:
        """As the executor does, whose own method differs between Django's versions."""
        recorder = self._executor.recorder
        for label, name in [*migration.replaces, (migration.app_label, migration.name)]:
            recorder.record_applied(label, name) if applied else recorder.record_unapplied(label, name)


@contextlib.contextmanager
def _recorded(migration: Any, steps: list[_Step]) -> Iterator[None]:
    """Keep the state that each operation is given to start from, which Django copies for it alone."""

    def record(operation: Any) -> None:
        run = operation.database_forwards

        def database_forwards(label: str, editor: Any, before: Any, after: Any) -> None:
            steps.append(_Step(migration, operation, before))
            run(label, editor, before, after)

        operation.database_forwards = database_forwards

    for operation in migration.operations:
        record(operation)
    try:
        yield
    finally:
        for operation in migration.operations:
            del operation.database_forwards


def _print_progress(action: str, migration: Any = None, fake: bool = False) -> None:  # noqa: ARG001 - Django's callback
    if action == "apply_start":
        _say(f"Applying {migration}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
