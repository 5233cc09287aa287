"""The questions of `npk new`: those of the template, `cookiecutter.json`, asked by us and judged one by one."""

from __future__ import annotations

import functools
import json
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netbox_plugin_kit.data import template_directory
from netbox_plugin_kit.scaffold import words
from netbox_plugin_kit.scaffold.answers import from_answers, model_of
from netbox_plugin_kit.scaffold.document import Document
from netbox_plugin_kit.scaffold.problems import Path
from netbox_plugin_kit.scaffold.specification import wrong

__all__ = ["QUESTIONS", "Question", "answered", "ask"]


@dataclass(frozen=True, slots=True)
class Question:
    """One answer of the template's.

    Attributes:
        name: Its key in `cookiecutter.json`.
        key: Where it ends up in a specification, as `--set` names it.
        about: What a mistake in it is reported about.
        asked: Whether `npk new` asks; the others follow from the answers.
    """

    name: str
    key: str
    about: tuple[Path, ...]
    asked: bool = True


QUESTIONS = (
    Question("title", "title", (("title",), ("base_url",))),
    Question("description", "description", (("description",),)),
    Question("project", "name", (("name",), ("base_url",))),
    Question("package", "package", (("package",),), asked=False),
    Question("model", "", (("models",),)),
    Question("author", "author.name", (("author", "name"),)),
    Question("email", "author.email", (("author", "email"),)),
    Question("repository", "repository", (("repository",),), asked=False),
    Question("license", "license", (("license",),)),
    Question("netbox_min", "netbox.min", (("netbox", "min"),)),
    Question("netbox_max", "netbox.max", (("netbox",), ("features",), ("models",))),
)


def answered(values: Sequence[tuple[str, Any]], answers: Mapping[str, str] | None = None) -> Document:
    """The specification that answers stand for; what was not answered has the template's default.

    Args:
        values: What `--set` says: answers by their keys in a specification, and all that there is no question for.
        answers: What was answered by name.
    """
    by_key = {question.key: question.name for question in QUESTIONS if question.key}
    # Texts only: what is no text is refused as any other value, where it was said.
    said = {by_key[key]: _text(value) for key, value in values if key in by_key and value is not None}
    document = Document(from_answers(_complete({**(answers or {}), **said})))
    for key, value in values:
        document = document.with_value(key, value)
    return document


def ask(
    values: Sequence[tuple[str, Any]],
    prompt: Callable[[str, str, Sequence[str]], str],
    refuse: Callable[[str], None],
) -> Document:
    """Ask what `--set` has not said, each again until its answer can be used.

    Args:
        values: What `--set` says.
        prompt: Asks: the words, the default, the answers there are (none: any).
        refuse: Tells why an answer cannot be used.
    """
    answers: dict[str, str] = {name: value for name, value in _git_author().items() if value}
    given = {key for key, _ in values}
    repeat = {"project": ("package",)}
    for question in QUESTIONS:
        if not question.asked or question.key in given:
            continue
        about = question.about + tuple((name,) for name in repeat.get(question.name, ()))
        while True:
            complete = _complete({**answers, **_said(values)})
            answer = prompt(_words()[question.name], complete[question.name], _offered(question.name))
            trial = {**answers, question.name: answer.strip()}
            document = answered(values, trial)
            found = [problem for problem in wrong(document.values) if _concerns(problem.path, about)]
            if not found:
                answers = trial
                break
            refuse(document.describe(found) or "")
    return answered(values, answers)


def _concerns(path: Path, about: tuple[Path, ...]) -> bool:
    return any(path[: len(part)] == part for part in about)


def _said(values: Sequence[tuple[str, Any]]) -> dict[str, str]:
    by_key = {question.key: question.name for question in QUESTIONS if question.key}
    return {by_key[key]: _text(value) for key, value in values if key in by_key and value is not None}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


@functools.cache
def _template() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((template_directory() / "cookiecutter.json").read_text(encoding="utf-8"))
    return read


def _words() -> dict[str, str]:
    prompts: dict[str, str] = _template()["__prompts__"]
    return prompts


def _offered(name: str) -> Sequence[str]:
    value = _template()[name]
    return value if isinstance(value, list) else ()


def _complete(answers: Mapping[str, str]) -> dict[str, str]:
    """All answers: defaults are made of earlier ones, as cookiecutter makes them."""
    from jinja2 import Environment

    environment = Environment(autoescape=False)  # noqa: S701 - plain texts, no pages
    environment.filters |= {"first_model": model_of, "capitalized": words.capitalized}
    environment.filters |= {item.__name__: item for item in (words.snake, words.kebab, words.human, words.plural)}
    found: dict[str, str] = {}
    for question in QUESTIONS:
        default = _template()[question.name]
        first = default[0] if isinstance(default, list) else default
        made = environment.from_string(first).render(cookiecutter=found)
        found[question.name] = answers.get(question.name, made)
    return found


def _git_author() -> dict[str, str]:
    """Who git says is at work here; nobody if it does not know."""
    return {"author": _git("user.name"), "email": _git("user.email")}


def _git(key: str) -> str:
    try:
        done = subprocess.run(["git", "config", key], capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return done.stdout.strip()
