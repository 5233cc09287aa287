"""
Bringing a device in line: every change as if somebody made it in NetBox's own forms, all of them or none.
"""

from contextlib import contextmanager
from dataclasses import dataclass

from core.signals import clear_events
from dcim.models import PortMapping
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, router, transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils.translation import gettext as _
from extras.models import CustomField
from utilities.exceptions import AbortRequest, AbortTransaction, PermissionsViolation

from .comparing import Difference
from .kinds import KINDS_BY_NAME, MAPPINGS, Kind
from .reading import compare_device

__all__ = ('PERMISSIONS', 'Change', 'Step', 'SyncError', 'SyncForbidden', 'apply_changes')

# What each action is to NetBox's permissions
PERMISSIONS = {'add': 'add', 'remove': 'delete', 'rename': 'change', 'update': 'change'}


class SyncError(Exception):
    """
    A change that is not possible, in a sentence for people. Nothing was changed.
    """


class SyncForbidden(SyncError):
    """
    A change that the user may not make.
    """


@dataclass(frozen=True)
class Change:
    """
    What somebody chose: an action, and what it is about by primary keys.
    """

    kind: str
    action: str
    component: int | None = None
    template: int | None = None

    @classmethod
    def of(cls, kind, action, difference):
        component = None if action == 'add' else difference.component.pk
        template = None if action == 'remove' else difference.template.pk
        return cls(kind.name, action, component, template)

    @classmethod
    def parse(cls, token):
        try:
            kind, action, component, template = token.split(':')
            return cls(kind, action, int(component) if component else None, int(template) if template else None)
        except ValueError:
            raise SyncError(_('{token} is no change.').format(token=token)) from None

    @property
    def token(self):
        return f'{self.kind}:{self.action}:{self.component or ""}:{self.template or ""}'


@dataclass(frozen=True)
class Step:
    """
    A change that was made, or would be: the difference that it ends, and what goes with a component that is removed.
    """

    kind: Kind
    action: str
    difference: Difference
    also_removed: tuple[tuple[str, int], ...] = ()

    @property
    def subject(self):
        row = self.difference.template if self.action == 'add' else self.difference.component
        return f'{self.kind.label} {row.name}'


def apply_changes(device, user, changes, dry_run=False):
    """
    Make the changes and return a Step for each. A dry run makes them, too, and takes them back: it knows every error.

    Raises:
        SyncError: One of the changes is not possible, so none was made.
    """
    try:
        with transaction.atomic(using=router.db_for_write(type(device))):
            steps = _steps(device, user, changes)
            done = _run(device, user, steps)
            if dry_run:
                raise AbortTransaction()
    except AbortTransaction:
        # Event rules must not hear of what did not happen.
        clear_events.send(sender=apply_changes)
    except SyncError:
        clear_events.send(sender=apply_changes)
        raise
    return done


def _steps(device, user, changes):
    """
    Find the difference of every change. What is no difference any more, or none that the user may see, cannot be chosen.
    """
    possible = {
        Change.of(comparison.kind, action, difference): difference
        for comparison in compare_device(device, user)
        for difference in comparison.differences
        for action in difference.actions
    }
    chosen = set()
    steps = []
    for change in changes:
        if change not in possible:
            raise SyncError(_('What differs has changed in the meantime; please choose again.'))
        step = Step(KINDS_BY_NAME[change.kind], change.action, possible[change])
        if not user.has_perm(step.kind.permission(PERMISSIONS[step.action])):
            raise SyncForbidden(_('{subject}: you do not have the permission for this.').format(subject=step.subject))
        about = {(change.kind, 'component', change.component), (change.kind, 'template', change.template)}
        about = {each for each in about if each[2] is not None}
        if about & chosen:
            raise SyncError(_('{subject}: more than one action is chosen.').format(subject=step.subject))
        chosen |= about
        steps.append(step)
    return steps


def _run(device, user, steps):
    # A rear port can only lose positions that no front port uses.
    for step in steps:
        if step.action == 'update' and step.kind.name == 'frontport':
            with _named(step):
                _drop_mappings(_existing(user, step), step)
    return [_run_one(device, user, step) for step in sorted(steps, key=_position)]


def _position(step):
    """
    Return when a step has its turn: names are given up before others take them, and what others refer to comes first.
    """
    kind = list(KINDS_BY_NAME).index(step.kind.name)
    if step.action == 'remove':
        return 0, -kind
    if step.action == 'rename':
        return 1, kind
    return 2, kind, any(_wanted(step).get(field) for field in ('parent', 'bridge'))


def _run_one(device, user, step):
    with _named(step):
        if step.action == 'remove':
            return _remove(user, step)
        if step.action == 'add':
            component = step.kind.model(device=device, name=step.difference.template.name)
            component.custom_field_data = CustomField.objects.get_defaults_for_model(step.kind.model)
        else:
            component = _existing(user, step)
            component.snapshot()
        _save(component, user, step)
        return step


def _existing(user, step):
    """
    Return the component if the user's permission includes it.
    """
    permitted = step.kind.model.objects.restrict(user, PERMISSIONS[step.action])
    component = permitted.filter(pk=step.difference.component.pk).first()
    if component is None:
        raise PermissionsViolation()
    return component


def _remove(user, step):
    component = _existing(user, step)
    if getattr(component, 'cable_id', None):
        raise ValidationError(_('a cable is attached.'))
    if getattr(component, 'installed_module', None) or getattr(component, 'installed_device', None):
        raise ValidationError(_('something is installed in it.'))
    component.snapshot()
    _total, removed = component.delete()
    models = ((apps.get_model(label), number) for label, number in removed.items())
    also_removed = tuple(
        (str(model._meta.verbose_name_plural), number)
        for model, number in models
        if model is not step.kind.model and not model._meta.auto_created
    )
    return Step(step.kind, step.action, step.difference, also_removed)


def _wanted(step):
    """
    Return the values that a step sets.
    """
    if step.action == 'add':
        return step.difference.template.values
    return {change.field: change.new for change in step.difference.changes}


def _save(component, user, step):
    if step.action == 'rename':
        component.name = step.difference.template.name
    wanted = _wanted(step)
    template = step.kind.template_model.objects.get(pk=step.difference.template.pk)
    many = {}
    for name, value in wanted.items():
        field = component._meta.get_field(name)
        if field.many_to_many:
            many[name] = getattr(template, name).all()
        elif name != MAPPINGS:
            setattr(component, name, _python_value(component, field, value))
    if step.action == 'add':
        for name in step.kind.fields_when_created:
            setattr(component, name, getattr(template, name))

    component.full_clean()
    component.save()
    for name, related in many.items():
        getattr(component, name).set(related)
    if MAPPINGS in wanted:
        _add_mappings(component, wanted[MAPPINGS])
    # A permission with constraints must include what the object has become, as in NetBox's own views.
    if not step.kind.model.objects.restrict(user, PERMISSIONS[step.action]).filter(pk=component.pk).exists():
        raise PermissionsViolation()


def _python_value(component, field, value):
    if value is None:
        return None if field.null else ''
    return _sibling(component, field.related_model, value) if field.is_relation else value


def _sibling(component, model, name):
    """
    Return another component of the same device by its name.
    """
    sibling = model.objects.filter(device=component.device, name=name).first()
    if sibling is None:
        raise ValidationError(
            _('there is no {kind} {name} on the device; add it, too.').format(kind=model._meta.verbose_name, name=name)
        )
    return sibling


def _drop_mappings(front_port, step):
    wanted = _wanted(step).get(MAPPINGS)
    if wanted is None:
        return
    for mapping in front_port.mappings.select_related('rear_port'):
        if _as_value(mapping) not in wanted:
            mapping.delete()


def _add_mappings(front_port, wanted):
    existing = {_as_value(mapping) for mapping in front_port.mappings.select_related('rear_port')}
    rear_port_model = PortMapping._meta.get_field('rear_port').related_model
    for value in wanted:
        if value not in existing:
            position, rear_port, rear_port_position = value
            mapping = PortMapping(
                device=front_port.device,
                front_port=front_port,
                front_port_position=position,
                rear_port=_sibling(front_port, rear_port_model, rear_port),
                rear_port_position=rear_port_position,
            )
            mapping.full_clean()
            mapping.save()


def _as_value(mapping):
    return mapping.front_port_position, mapping.rear_port.name, mapping.rear_port_position


@contextmanager
def _named(step):
    """
    Turn whatever NetBox objects to into one sentence that names the component.
    """
    error = SyncError
    try:
        yield
        return
    except ValidationError as e:
        reason = ' '.join(e.messages)
    except (ProtectedError, RestrictedError) as e:
        objects = getattr(e, 'protected_objects', None) or e.restricted_objects
        reason = _('it is needed by {objects}.').format(objects=', '.join(sorted(str(each) for each in objects)))
    except PermissionsViolation:
        error = SyncForbidden
        reason = _('your permissions do not include it.')
    except AbortRequest as e:
        reason = e.message
    except IntegrityError:
        reason = _('it was changed by somebody else at the same time.')
    raise error(f'{step.subject}: {reason}')
