"""What is written about settings, features and translations; what NetBox makes of it is asked in test_generated.py."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path
from typing import Any

import pytest

from netbox_plugin_kit.scaffold.catalogues import fill_catalogues
from netbox_plugin_kit.scaffold.code import features, settings, translations
from netbox_plugin_kit.scaffold.reading import read_spec
from netbox_plugin_kit.scaffold.spec import Spec


def plugin(**document: Any) -> Spec:
    return read_spec({"name": "netbox-things", "models": {}, **document})


class TestSettings:
    def test_sample_for_every_required_setting(self) -> None:
        spec = plugin(settings={"url": {"type": "url", "required": True}, "level": {"type": "integer", "default": 3}})
        assert settings.samples(spec) == {"url": "https://example.org"}
        assert settings.required(spec) == ["url"]
        assert settings.defaults(spec) == {"level": 3}

    @pytest.mark.parametrize(("kind", "sample"), [("text", "a"), ("list", ["a"])])
    def test_sample_is_one_of_the_choices(self, kind: str, sample: object) -> None:
        spec = plugin(settings={"mode": {"type": kind, "required": True, "choices": ["a", "b"]}})
        assert settings.samples(spec) == {"mode": sample}

    def test_what_is_empty_by_default_may_be_empty(self) -> None:
        spec = plugin(settings={"note": {}, "name": {"default": "x"}, "token": {"required": True}})
        assert [item.name for item in settings.may_be_empty(spec)] == ["note"]

    @pytest.mark.parametrize("kind", ["text", "integer", "boolean", "list", "mapping", "url"])
    def test_wrong_value_is_wrong(self, kind: str) -> None:
        (setting,) = plugin(settings={"it": {"type": kind}}).settings
        expected, _ = settings.kind(setting)
        types: dict[str, Any] = {"str": str, "int": int, "bool": bool, "dict": dict, "(list, tuple)": (list, tuple)}
        assert not isinstance(settings.wrong_value(setting), types[expected])


class TestFeatures:
    def test_examples_are_about_a_model_with_choices(self) -> None:
        models = {
            "Kind": {"fields": {"name": {}}},
            "Thing": {"fields": {"s": {"type": "choice", "choices": {"a": ""}}}},
        }
        model = features.main(plugin(models=models))
        assert model is not None
        assert model.name == "Thing"

    def test_first_model_otherwise(self) -> None:
        model = features.main(plugin(models={"Kind": {"fields": {"name": {}}}, "Thing": {"fields": {"name": {}}}}))
        assert model is not None
        assert model.name == "Kind"

    def test_no_model(self) -> None:
        assert features.main(plugin()) is None

    def test_only_what_registers_itself_is_imported(self) -> None:
        assert features.modules(plugin(features={"jobs": True, "middleware": True})) == []
        assert features.modules(plugin(features={"system_jobs": True, "event_types": True})) == ["events", "jobs"]

    def test_event_type_is_not_too_long_for_netbox(self) -> None:
        assert len(features.event_type(plugin(package="netbox_" + "x" * 60))) == 50


class TestCatalogues:
    @pytest.fixture
    def project(self, tmp_path: Path) -> Path:
        package = tmp_path / "things"
        messages = package / "locale" / "de" / "LC_MESSAGES"
        messages.mkdir(parents=True)
        (messages / "django.po").write_text(
            'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        )
        (package / "models.py").write_text("""name = _('It\\'s a "thing" of ' 'two parts')\nother = gettext(name)\n""")
        (package / "forms.py").write_text("label = _('Shared')\nhelp = _('{count} größer')\n")
        (package / "page.html").write_text('{% trans "Shared" %} {% translate "Only here" context "x" %}')
        (package / "tests").mkdir()
        (package / "tests" / "test_x.py").write_text("_('In a test')")
        fill_catalogues(tmp_path)
        return messages

    def texts(self, messages: Path) -> list[str]:
        lines = re.findall(r"^msgid (.*)$", (messages / "django.po").read_text(encoding="utf-8"), re.MULTILINE)
        return [ast.literal_eval(line) for line in lines]

    def test_every_text_of_the_code_once(self, project: Path) -> None:
        assert self.texts(project) == ["", "Shared", "{count} größer", 'It\'s a "thing" of two parts', "Only here"]

    def test_places(self, project: Path) -> None:
        assert '#: forms.py, page.html\nmsgid "Shared"' in (project / "django.po").read_text(encoding="utf-8")

    def test_gettext_reads_what_was_compiled(self, project: Path) -> None:
        catalogue = gettext.translation("django", project.parents[1], ["de"])
        assert catalogue.info()["language"] == "de"
        assert catalogue.gettext("Shared") == "Shared"

    @pytest.mark.parametrize(("language", "locale"), [("de", "de"), ("pt-br", "pt_BR"), ("zh-hans", "zh_Hans")])
    def test_directories_as_django_names_them(self, language: str, locale: str) -> None:
        assert translations.locale(language) == locale

    def test_plural_forms_of_netbox_languages(self) -> None:
        for language in ("cs", "da", "de", "fr", "ja", "lv", "pl", "pt", "ru", "zh"):
            assert translations.plural_forms(language).startswith("nplurals=")
