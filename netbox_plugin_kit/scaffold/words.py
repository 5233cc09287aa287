"""One name in all the spellings a plugin needs: class, field, path, label, plural. What may be a name is in `names`."""

from __future__ import annotations

import functools
import re
import unicodedata

from netbox_plugin_kit.scaffold.reserved import reserved

__all__ = ["capitalized", "class_name", "constant", "human", "kebab", "plural", "singular", "snake", "words"]

# In this order: `IPv4`, `VLANs`, `VLAN` of `VLANGroup`, `Group2` or `l2vpn`, `2`.
_WORD = re.compile(
    r"[A-Z]{2,}v[0-9]+|[A-Z]{2,}s(?![a-z])|[A-Z][A-Z0-9]*(?![a-z])|[A-Z]?[a-z]+(?:[0-9]+[a-z]+)*[0-9]*|[0-9]+"
)

_VOWELS = "aeiou"
_ES = ("x", "z", "ch", "sh")


def words(name: str) -> tuple[str, ...]:
    """The words of a name in any spelling, in lower case but for acronyms: `VLANGroup` is `VLAN`, `group`.

    Acronyms are what is written in capitals, and what `matrix/names.toml` lists, so that `ip_address` knows its own.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return tuple(_in_case(word) for word in _WORD.findall(plain))


def human(name: str) -> str:
    """How people write it within a sentence: `access list`, `IP address`, `VLAN group`."""
    return " ".join(words(name))


def snake(name: str) -> str:
    """`access_list`, as a field, a module or a setting has it."""
    return "_".join(words(name)).lower()


def kebab(name: str) -> str:
    """`access-list`, as a path or a project has it."""
    return "-".join(words(name)).lower()


def class_name(name: str) -> str:
    """`AccessList`, as a class has it; acronyms stay as they are: `IPAddress`."""
    return "".join(word[0].upper() + word[1:] for word in words(name))


def plural(text: str) -> str:
    """The English plural of a text's last word, in its spelling; a text that is plural already stays so.

    A rule and a table for what names of models end in: the libraries that know all of English take a second to load.
    """
    if not (match := re.search(r"[A-Za-z0-9]+$", text)):
        return text
    last = _WORD.findall(match[0])[-1]
    return text.removesuffix(last) + _plural_word(last)


def capitalized(text: str) -> str:
    """With a capital at the beginning; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def constant(name: str) -> str:
    """`ACCESS_LIST`."""
    return snake(name).upper()


def singular(text: str) -> str:
    """One of what a title names in the plural: `Access lists` gives `Access list`; the inverse of `plural`."""
    match = re.fullmatch(r"(.*?)([A-Za-z]+)", text, re.DOTALL)
    head, last = (match[1], match[2]) if match else (text, "")
    many = {plural: one for one, plural in reserved().irregular_plurals.items()}
    if last.lower() in many:
        return head + many[last.lower()]
    candidates = [last[:-3] + "y", last[:-2], last[:-1], last[:-2] + "is"]
    return head + next((one for one in candidates if one and plural(one) == last and one != last), last)


def _plural_word(word: str) -> str:
    irregular, lower = reserved().irregular_plurals, word.lower()
    if lower in irregular:
        return irregular[lower].capitalize() if word[0].isupper() else irregular[lower]
    if lower in irregular.values() or re.search(r"[A-Z]s$", word):
        return word
    if word.isupper() and len(word) > 1:
        return word + ("es" if word.endswith("S") else "s")
    return _regular(word, lower)


def _regular(word: str, lower: str) -> str:
    if lower.endswith("sis"):
        return word[:-2] + "es"
    if lower.endswith(("ss", "us", *_ES)) or lower in reserved().singular_in_s:
        return word + "es"
    if lower.endswith("s"):
        return word
    if lower.endswith("y") and lower[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _in_case(word: str) -> str:
    if known := _acronyms().get(word.lower()):
        return known
    is_acronym = len(word) > 1 and word[:2].upper() == word[:2] and not word.isdigit()
    return word if is_acronym else word.lower()


@functools.cache
def _acronyms() -> dict[str, str]:
    singular = {word.lower(): word for word in reserved().acronyms}
    return {f"{lower}s": f"{word}s" for lower, word in singular.items()} | singular
