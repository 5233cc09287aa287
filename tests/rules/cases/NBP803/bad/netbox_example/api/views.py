from netbox.api.viewsets import NetBoxModelViewSet
from rest_framework.decorators import action, api_view, permission_classes
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

NOBODY = []


class HealthView(APIView):
    permission_classes = [AllowAny]  # expect: NBP803
    authentication_classes = ()  # expect: NBP803

    def get(self, request):
        return Response({})


class NamesView(APIView):
    permission_classes = NOBODY  # expect: NBP803

    def get(self, request):
        return Response([])


class ProbeViewSet(NetBoxModelViewSet):
    @action(detail=False, permission_classes=[])  # expect: NBP803
    def names(self, request):
        return Response([])


@api_view(["GET"])
@permission_classes([AllowAny])  # expect: NBP803
def names(request):
    return Response([])
