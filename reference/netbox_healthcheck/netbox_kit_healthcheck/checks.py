"""
The checks. NetBox imports this module while it reads its settings (PluginConfig.validate), so what needs settings or
models is imported by `run()`.
"""

import uuid
from abc import ABC, abstractmethod
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import ClassVar, get_type_hints

from django.conf import settings
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, storages
from django.db import connections
from django.utils.translation import gettext_lazy as _
from netbox.registry import registry

__all__ = (
    'Cache',
    'Check',
    'CheckFailed',
    'CheckWarning',
    'Database',
    'Migrations',
    'Plugins',
    'Redis',
    'Storage',
    'Workers',
)


class CheckFailed(Exception):
    """
    Something is not well. The text is shown to people who may see details: it must not hold a secret.
    """


class CheckWarning(Exception):
    """
    Something should be looked at, but NetBox works.
    """


@dataclass(kw_only=True)
class Check(ABC):
    """
    A question about the health of NetBox. The fields of a check are its options in PLUGINS_CONFIG; their annotations say
    which values are allowed, and have to be something that isinstance() understands.
    """

    name: str = ''
    timeout: int | float | None = None

    description: ClassVar[str] = ''

    def __post_init__(self):
        # A check without options of its own need not be a dataclass: its `name` is an attribute of its class then.
        self.name = self.name or type(self).name
        if not self.name:
            raise ValueError('it has no name')
        types = get_type_hints(type(self))
        for option in fields(self):
            value, expected = getattr(self, option.name), types[option.name]
            # True and False are integers to Python, but not to people.
            if not isinstance(value, expected) or (isinstance(value, bool) and expected is not bool):
                wanted = getattr(expected, '__name__', None) if isinstance(expected, type) else expected
                raise TypeError(f"the option '{option.name}' must be {wanted}, not {type(value).__name__}")
        if self.timeout is not None and self.timeout <= 0:
            raise ValueError("the option 'timeout' must be more than 0")

    @abstractmethod
    def run(self):
        """
        Return, a text about what was found or nothing, if all is well; else raise CheckFailed or CheckWarning. Of any
        other exception only the name is shown, because its text may hold a password.
        """


@dataclass(kw_only=True)
class Database(Check):
    name: str = 'database'
    alias: str = 'default'

    description = _('The database answers a query')

    def run(self):
        with connections[self.alias].cursor() as cursor:
            cursor.execute('SELECT 1')
            cursor.fetchone()


@dataclass(kw_only=True)
class Cache(Check):
    name: str = 'cache'
    alias: str = 'default'

    description = _('The cache gives back what it was given')

    def run(self):
        cache = caches[self.alias]
        key = f'netbox_kit_healthcheck:{uuid.uuid4()}'
        cache.set(key, 'here', timeout=60)
        try:
            if cache.get(key) != 'here':
                raise CheckFailed(_('What was just put into the cache is not there'))
        finally:
            cache.delete(key)


@dataclass(kw_only=True)
class Redis(Check):
    name: str = 'redis'
    queue: str = 'default'
    url: str | None = field(default=None, repr=False)  # another Redis than that of the queue

    description = _('The Redis of background tasks answers')

    def run(self):
        self._connection().ping()

    def _connection(self):
        if self.url is None:
            from django_rq import get_connection

            return get_connection(self.queue)

        from redis import Redis as Client

        return Client.from_url(self.url)


@dataclass(kw_only=True)
class Workers(Check):
    name: str = 'workers'
    required: list | tuple = ('high', 'default', 'low')

    description = _('Every queue has a worker that is alive')

    def run(self):
        queues = list(settings.RQ_QUEUES)
        if unknown := [queue for queue in self.required if queue not in queues]:
            raise CheckFailed(_('There is no queue {names}').format(names=', '.join(unknown)))
        idle = sorted(set(queues) - self._served(queues))
        if missing := [queue for queue in idle if queue in self.required]:
            raise CheckFailed(_('No worker for {names}').format(names=', '.join(missing)))
        if idle:
            raise CheckWarning(_('No worker for {names}').format(names=', '.join(idle)))

    def _served(self, queues):
        """
        The queues that a worker listens to. A worker's entry in Redis expires unless its heartbeat renews it, so those
        that RQ finds are alive. (utilities.rqworker counts the workers of all queues together up to NetBox 4.5.)
        """
        from django_rq import get_connection
        from rq import Worker

        # NetBox keeps all its queues in one Redis.
        workers = Worker.all(connection=get_connection(queues[0]))
        return {queue for worker in workers for queue in worker.queue_names()}


@dataclass(kw_only=True)
class Migrations(Check):
    name: str = 'migrations'
    alias: str = 'default'

    description = _('Every migration is applied')

    def run(self):
        from django.db.migrations.executor import MigrationExecutor

        executor = MigrationExecutor(connections[self.alias])
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            names = ', '.join(f'{migration.app_label}.{migration.name}' for migration, _backwards in plan[:5])
            more = ', …' if len(plan) > 5 else ''
            raise CheckFailed(_('Not applied: {names}').format(names=names + more))


@dataclass(kw_only=True)
class Storage(Check):
    name: str = 'storage'
    alias: str = 'default'

    description = _('Uploaded files can be written, read and deleted')

    def run(self):
        storage = storages[self.alias]
        # Django would make a directory that is missing, say because a volume is not mounted.
        if isinstance(storage, FileSystemStorage) and not Path(storage.location).is_dir():
            raise CheckFailed(_('The directory does not exist'))
        content = uuid.uuid4().bytes
        name = storage.save(f'.netbox_kit_healthcheck-{uuid.uuid4()}', ContentFile(content))
        try:
            with storage.open(name) as file:
                if file.read() != content:
                    raise CheckFailed(_('A file is read that is not what was written'))
        finally:
            storage.delete(name)


@dataclass(kw_only=True)
class Plugins(Check):
    name: str = 'plugins'

    description = _('Every plugin in PLUGINS is loaded')

    def run(self):
        # NetBox skips a plugin that is made for another release with no more than a warning in its log.
        installed = registry['plugins']['installed']
        if skipped := [plugin for plugin in settings.PLUGINS if plugin not in installed]:
            raise CheckFailed(_('Skipped by NetBox: {names}').format(names=', '.join(skipped)))
