from rest_framework.renderers import BaseRenderer

from .. import openmetrics

__all__ = ('OpenMetricsRenderer',)


class OpenMetricsRenderer(BaseRenderer):
    media_type = openmetrics.MEDIA_TYPE
    format = 'openmetrics'

    def render(self, data, accepted_media_type=None, renderer_context=None):
        # The view gives a report as text. What REST framework says of an error is not: the status is enough.
        return data if isinstance(data, str) else '# EOF\n'
