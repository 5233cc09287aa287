"""`create` makes an object of any of NetBox's models, with a page that renders."""

from __future__ import annotations

import pytest

from tests.cell.conftest import Directory
from tests.cell.plugins import plugin
from tests.cell.running import npk_test

TESTS = {
    "tests/test_create.py": """
        from datetime import date

        from dcim.models import Site
        from django.apps import apps
        from django.db import transaction
        from django.urls import NoReverseMatch
        from netbox_plugin_kit.testing import TestCase, create, disable_logging

        APPS = (
            "circuits", "core", "dcim", "extras", "ipam", "tenancy", "users", "virtualization", "vpn", "wireless",
        )
        REFUSED = {
            "core.autosyncrecord", "core.objecttype", "dcim.cablepath", "extras.script", "extras.scriptmodule",
            "users.userconfig",
        }

        class CreateTest(TestCase):
            def test_every_model_of_netbox(self):
                self.user.is_superuser = True
                self.user.save()
                for model in (model for app in APPS for model in apps.get_app_config(app).get_models()):
                    if model._meta.label_lower not in REFUSED:
                        with self.subTest(model=model._meta.label), transaction.atomic(), disable_logging():
                            create(model)
                            self.check_page(create(model))
                            transaction.set_rollback(True)

            def check_page(self, instance):
                str(instance)
                try:
                    url = instance.get_absolute_url()
                except (AttributeError, NoReverseMatch):
                    return
                self.assertEqual(self.client.get(url).status_code, 200)

            def test_what_only_netbox_makes(self):
                for label in REFUSED & {model._meta.label_lower for model in apps.get_models()}:
                    with self.subTest(model=label), self.assertRaisesMessage(LookupError, "is not made by create()"):
                        create(label)

            def test_values(self):
                tag, tenant = create("extras.tag"), create("tenancy.tenant")
                asn = create("ipam.asn")

                site = create(Site, name="Vienna", tenant=tenant, asns=[asn], tags=[tag])

                site.refresh_from_db()
                self.assertEqual((site.name, site.tenant), ("Vienna", tenant))
                self.assertEqual(list(site.asns.all()), [asn])
                self.assertEqual(list(site.tags.all()), [tag])

            def test_generic_relation_that_is_given(self):
                device = create("dcim.device")

                self.assertEqual(create("extras.journalentry", assigned_object=device).assigned_object, device)
    """,
}


@pytest.mark.netbox
@pytest.mark.mirror
@pytest.mark.parametrize("release", ["4.7.3", "4.3.7"])
def test_an_object_of_every_model(directory: Directory, release: str) -> None:
    ran = npk_test(plugin(directory("making"), files=TESTS), "--checks", "tests", netbox=release, timeout=1800)

    assert ran.messages("tests") == []
    assert ran.detail("tests") == "4 tests, 0 failed, 0 skipped"
