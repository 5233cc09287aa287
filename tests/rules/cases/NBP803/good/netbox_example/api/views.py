from netbox.api.authentication import IsAuthenticatedOrLoginNotRequired, TokenAuthentication
from netbox.api.viewsets import NetBoxModelViewSet
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class NamesView(APIView):
    permission_classes = [IsAuthenticatedOrLoginNotRequired]
    authentication_classes = [TokenAuthentication]

    def get(self, request):
        return Response([])


class MixedView(APIView):
    permission_classes = [AllowAny, IsAuthenticated]

    def get(self, request):
        return Response([])


class ProbeViewSet(NetBoxModelViewSet):
    @action(detail=False, permission_classes=[IsAuthenticated])
    def names(self, request):
        return Response([])


class NotAView:
    permission_classes = []
