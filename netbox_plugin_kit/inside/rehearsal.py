"""A plugin's migrations forwards, backwards and forwards again, the way `migrate` runs them, in a fraction of its time.

Nearly all of what `migrate` costs under NetBox is Django working out, for every operation and every direction anew,
what all models of NetBox looked like at that point. Here all models are worked out once; on the way forwards they are
kept up to date narrowly (`reloads.py`) and what they were before each operation is kept, too, for the way back. The
second way forwards starts from what was there before the first one, and takes the same road.

A kept state has a registry of its own, but shares with those before and after it the classes of all models that did
not change in between. Each class leads to one registry only, the one it was made for, which has long moved on by the
time the state is used again; asked then for the relations that lead to it, the class would answer with columns from
another time. So a kept state is first made the owner of its classes (`_own`).
"""

from __future__ import annotations

import contextlib
import importlib
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .reloads import narrow_reloads, needs_all_models

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
        self._plan = self._planned(self._executor)
        self._steps: list[_Step] = []
        self._start: Any = None
        self._end: Any = None
        self._narrow = True

    def _planned(self, executor: Any) -> list[Any]:
        targets = [node for label in self.labels for node in executor.loader.graph.leaf_nodes(label)]
        plan: list[Any] = executor.migration_plan(targets)
        return plan

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
        state = self._state_before(self._executor)
        self._emit_pre_migrate(state)
        self._start = state.clone()
        try:
            with narrow_reloads():
                state = self._apply(self._executor, self._plan, state, self._steps)
        except Exception:
            # Django's own way decides: what was applied stays, and the migration that failed was rolled back.
            traceback.print_exc()
            self._narrow = False
            self._executor.loader.build_graph()
            done = self._executor.loader.applied_migrations
            left = [item for item in self._plan if (item[0].app_label, item[0].name) not in done]
            self._steps = [step for step in self._steps if step.migration not in {migration for migration, _ in left}]
            state = self._apply(self._executor, left, self._state_before(self._executor), self._steps)
        self._end = state
        self._emit_post_migrate(state)

    def _state_before(self, executor: Any) -> Any:
        return executor._create_project_state(with_applied_migrations=True)

    def _apply(self, executor: Any, plan: list[Any], state: Any, steps: list[_Step]) -> Any:
        for migration, _ in plan:
            state.apps  # noqa: B018 - has all classes made, as the executor does before the first migration
            with _recorded(migration, steps):
                state = executor.apply_migration(state, migration)
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
        try:
            for migration, _ in reversed(self._plan):
                self._unapply(migration)
        except Exception:
            traceback.print_exc()
            _say("Going on Django's own way")
            self._new_executor().migrate([(label, None) for label in self.labels])

    def _unapply(self, migration: Any) -> None:
        _say(f"Unapplying {migration}")
        with self._connection.schema_editor(atomic=migration.atomic) as editor:
            for step, after in reversed(list(self._of(migration))):
                for state in (step.before, after):
                    if needs_all_models(step.operation):
                        # Django does this forwards only: its own states are never as far behind as narrow ones.
                        state.clear_delayed_apps_cache()
                    _own(state)
                with self._atomic(step, editor):
                    step.operation.database_backwards(migration.app_label, editor, after, step.before)
        self._record_unapplied(migration)

    def again(self) -> None:
        """Apply them once more, like forwards, and from the same start."""
        if not self._plan:
            return
        self._import_anew()
        executor = self._new_executor()
        if self._narrow:
            try:
                _own(self._start)
                with narrow_reloads():
                    self._apply(executor, self._planned(executor), self._start, [])
            except Exception:
                traceback.print_exc()
                _say("Going on Django's own way")
                self._import_anew()
                executor = self._new_executor()
            else:
                return
        self._apply(executor, self._planned(executor), self._state_before(executor), [])

    def _new_executor(self) -> Any:
        """One that reads from the database what is applied."""
        from django.db.migrations.executor import MigrationExecutor

        return MigrationExecutor(self._connection, progress_callback=_print_progress)

    def _import_anew(self) -> None:
        """Have the migrations imported as a process of its own would: some operations change fields of earlier ones.

        RenameField does, in place, to foreign keys that lead to what it renames; a second CreateModel would have them
        as they were in the end.
        """
        for migration, _ in self._plan:
            sys.modules.pop(type(migration).__module__, None)
        importlib.invalidate_caches()

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

    def _record_unapplied(self, migration: Any) -> None:
        """As the executor does, whose own method differs between Django's versions."""
        for label, name in [*migration.replaces, (migration.app_label, migration.name)]:
            self._executor.recorder.record_unapplied(label, name)


def _own(state: Any) -> None:
    """Have the classes of a kept state find each other in it, and forget what they found elsewhere."""
    if "apps" not in state.__dict__:  # they are made when somebody asks
        return
    for models in state.apps.all_models.values():
        for model in models.values():
            model._meta.apps = state.apps
    state.apps.clear_cache()


@contextlib.contextmanager
def _recorded(migration: Any, steps: list[_Step]) -> Iterator[None]:
    """Keep the state that each operation is given to start from, which Django copies for it alone."""

    def record(operation: Any) -> None:
        run = operation.database_forwards

        def database_forwards(label: str, editor: Any, before: Any, after: Any) -> None:
            steps.append(_Step(migration, operation, before))
            if needs_all_models(operation):
                before.clear_delayed_apps_cache()
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
