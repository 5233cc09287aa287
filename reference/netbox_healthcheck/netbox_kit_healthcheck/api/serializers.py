from rest_framework import serializers

__all__ = ('ReportSerializer', 'ResultSerializer')


class ResultSerializer(serializers.Serializer):
    name = serializers.CharField()
    description = serializers.CharField()
    status = serializers.CharField(help_text='ok, warning, failed or timed out')
    message = serializers.CharField(help_text='What is wrong')
    duration = serializers.FloatField(help_text='Seconds')

    class Meta:
        ref_name = 'HealthCheckResult'


class ReportSerializer(serializers.Serializer):
    status = serializers.CharField(help_text='ok, warning or failed')
    checks = ResultSerializer(many=True, required=False, help_text='Only for users who may see details')

    class Meta:
        ref_name = 'HealthCheckReport'

    def __init__(self, *args, details=True, **kwargs):
        super().__init__(*args, **kwargs)
        if not details:
            del self.fields['checks']
