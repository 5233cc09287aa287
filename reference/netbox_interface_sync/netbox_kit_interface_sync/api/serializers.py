from rest_framework import serializers

from ..applying import PERMISSIONS
from ..kinds import KINDS_BY_NAME

__all__ = ('ApplySerializer', 'ComparisonSerializer', 'ResultSerializer')


class RowSerializer(serializers.Serializer):
    id = serializers.IntegerField(source='pk')
    name = serializers.CharField()


class FieldChangeSerializer(serializers.Serializer):
    field = serializers.CharField()
    old = serializers.JSONField(help_text='The value on the device')
    new = serializers.JSONField(help_text='The value of the template')


class DifferenceSerializer(serializers.Serializer):
    type = serializers.CharField(help_text='missing, surplus, differing or rename')
    actions = serializers.ListField(child=serializers.CharField(), help_text='What can be done about it')
    component = RowSerializer(allow_null=True)
    template = RowSerializer(allow_null=True)
    changes = FieldChangeSerializer(many=True)


class ComparisonSerializer(serializers.Serializer):
    """
    What differs between the components of one kind and the templates of the device's type.
    """

    kind = serializers.CharField(source='kind.name')
    differences = DifferenceSerializer(many=True)


class ChangeSerializer(serializers.Serializer):
    """
    One of the actions of a difference, with the keys that belong to it: `add` has a template, `remove` a component, the
    others have both.
    """

    kind = serializers.ChoiceField(choices=list(KINDS_BY_NAME))
    action = serializers.ChoiceField(choices=list(PERMISSIONS))
    component = serializers.IntegerField(required=False, allow_null=True)
    template = serializers.IntegerField(required=False, allow_null=True)


class ApplySerializer(serializers.Serializer):
    changes = ChangeSerializer(many=True, allow_empty=False)
    dry_run = serializers.BooleanField(default=False, help_text='Whether everything is taken back again')


class StepSerializer(serializers.Serializer):
    kind = serializers.CharField(source='kind.name')
    action = serializers.CharField()
    difference = DifferenceSerializer()
    also_removed = serializers.SerializerMethodField()

    def get_also_removed(self, step) -> dict[str, int]:
        return dict(step.also_removed)


class ResultSerializer(serializers.Serializer):
    """
    What was done, or would be.
    """

    dry_run = serializers.BooleanField()
    steps = StepSerializer(many=True)
