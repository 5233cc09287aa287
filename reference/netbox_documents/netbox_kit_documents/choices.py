from django.utils.translation import gettext_lazy as _
from utilities.choices import ChoiceSet

__all__ = ('DocumentKindChoices',)


class DocumentKindChoices(ChoiceSet):
    # NetBox puts the package before it: FIELD_CHOICES['netbox_kit_documents.Document.kind+'] adds to these.
    key = 'Document.kind'

    KIND_CONTRACT = 'contract'
    KIND_DIAGRAM = 'diagram'
    KIND_FLOOR_PLAN = 'floor-plan'
    KIND_MANUAL = 'manual'
    KIND_PHOTO = 'photo'
    KIND_PURCHASE_ORDER = 'purchase-order'
    KIND_QUOTE = 'quote'
    KIND_WARRANTY = 'warranty'
    KIND_OTHER = 'other'

    CHOICES = [
        (KIND_CONTRACT, _('Contract'), 'green'),
        (KIND_DIAGRAM, _('Diagram'), 'cyan'),
        (KIND_FLOOR_PLAN, _('Floor plan'), 'blue'),
        (KIND_MANUAL, _('Manual'), 'indigo'),
        (KIND_PHOTO, _('Photo'), 'orange'),
        (KIND_PURCHASE_ORDER, _('Purchase order'), 'yellow'),
        (KIND_QUOTE, _('Quote'), 'teal'),
        (KIND_WARRANTY, _('Warranty'), 'purple'),
        (KIND_OTHER, _('Other'), 'gray'),
    ]
