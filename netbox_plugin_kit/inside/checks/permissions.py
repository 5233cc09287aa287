"""Does the plugin keep to itself what a user may not see?"""

from __future__ import annotations

from typing import Any

from ..boot import Booted
from ..database import use_copy
from ..protocol import Answer, Request, skipped
from ..trial import try_out, unavailable, verdict

__all__ = ["permissions"]

_RESTRICT = "derive the view from NetBox's generic views or ObjectPermissionRequiredMixin, which restrict its queryset"
_FIX = {
    "test_pages_without_permission": f"{_RESTRICT}; or name the page in public-urls, if everybody may see it",
    "test_api_without_permission": "derive the viewset from NetBoxModelViewSet or restrict its queryset to the user; "
    "or name the endpoint in public-urls, if everybody may see it",
    "test_graphql_without_permission": "derive the type from NetBox's object types, whose get_queryset restricts, and "
    "give each resolver info.context.request.user to restrict by; or name the field in public-graphql-fields",
    "test_one_object": "restrict every queryset to the user: Model.objects.restrict(request.user, 'view')",
    "test_view_permission_changes_nothing": "ask for the permission to add, change or delete: derive the view from "
    "NetBox's generic views, or define get_required_permission()",
}


def permissions(netbox: Booted, request: Request) -> Answer:
    """Does any page, REST endpoint or GraphQL field reveal an object to somebody who may not see it?

    Asked as anybody, as a user without permissions, as one who may view one object of each model, and as one who may
    only view.
    """
    if reason := unavailable():
        return skipped(reason)
    from netbox_plugin_kit.testing.permissions import PermissionsTestCase

    use_copy()
    asked = {"questions": 0}

    class Case(PermissionsTestCase):  # type: ignore[misc, unused-ignore]
        """Counts, and has nothing to say of models that no object could be made of: that is said once."""

        def _request(self, *arguments: Any, **values: Any) -> Any:
            asked["questions"] += 1
            return super()._request(*arguments, **values)

        def _complain_of_missing(self, model: Any) -> None:
            pass

    trial, population = try_out(
        Case, netbox, request, _FIX,
        public_urls=request.public_urls, public_graphql_fields=request.public_graphql_fields,
    )  # fmt: skip
    counts = f"{asked['questions']} requests about {population.count} objects"
    nothing = "the plugin has nothing that could be asked for"
    return verdict(counts, trial, population, asked=bool(asked["questions"]), nothing=nothing)
