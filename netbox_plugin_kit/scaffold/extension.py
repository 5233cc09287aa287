"""What the template knows beyond cookiecutter's answers: the specification, and how it is written in Python.

Cookiecutter loads this through `_extensions` of `template/cookiecutter.json`, so the template works with the
`cookiecutter` and `cruft` commands wherever the kit is installed beside them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import click
from jinja2 import Environment
from jinja2.ext import Extension

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.scaffold import code, words
from netbox_plugin_kit.scaffold.answers import from_answers, model_of
from netbox_plugin_kit.scaffold.document import Document
from netbox_plugin_kit.scaffold.reading import read_spec
from netbox_plugin_kit.scaffold.spec import Spec
from netbox_plugin_kit.scaffold.specification import accepted

__all__ = ["Scaffold"]

_HEAD = "{% set plugin = cookiecutter | specification %}"


class Scaffold(Extension):
    """Every file of the template begins with `plugin` known: the `Spec`."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._known: tuple[str, Spec] | None = None
        environment.filters["repr"] = repr
        environment.filters["specification"] = self._specification
        environment.filters["document"] = self._document
        environment.filters["first_model"] = model_of
        environment.filters["judged"] = self._judged
        for function in (words.capitalized, words.snake, words.kebab, words.human, words.plural, words.class_name):
            environment.filters[function.__name__] = function
        environment.globals["code"] = code.surfaces()

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Put the specification within reach of a file; a mere name or answer needs none."""
        return _HEAD + source if name else source

    @staticmethod
    def _document(answers: Mapping[str, Any]) -> dict[str, Any]:
        """What `npk new` hands over, or what plain cookiecutter's answers stand for."""
        document: dict[str, Any] = json.loads(answers["_spec"]) if answers["_spec"] else from_answers(answers)
        return document

    @staticmethod
    def _judged(answers: Mapping[str, Any]) -> str:
        """Nothing, if a plugin can be made of the answers: asked before anything is written.

        A hook could refuse, too, but cookiecutter shows its own traceback then, and has made directories before.

        Raises:
            ClickException: It cannot; cookiecutter's and cruft's command lines print it as one line.
        """
        if answers["_spec"]:
            return ""  # `npk new` has judged
        try:
            accepted(Document(from_answers(answers)))
        except UsageError as error:
            raise click.ClickException(str(error)) from error
        return ""

    def _specification(self, answers: Mapping[str, Any]) -> Spec:
        document = self._document(answers)
        known = json.dumps(document)
        if self._known is None or self._known[0] != known:
            self._known = (known, read_spec(document))
        return self._known[1]
