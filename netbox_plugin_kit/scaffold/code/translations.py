"""Languages of the translations, as gettext and Django call them."""

from __future__ import annotations

__all__ = ["locale", "locales", "plural_forms"]

_SLAVIC = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
)  # fmt: skip
_PLURALS = {
    **dict.fromkeys(("ja", "ko", "zh"), "nplurals=1; plural=0;"),
    **dict.fromkeys(("da", "de", "en", "es", "it", "nl"), "nplurals=2; plural=(n != 1);"),
    **dict.fromkeys(("fr", "pt", "tr"), "nplurals=2; plural=(n > 1);"),
    **dict.fromkeys(("ru", "uk"), _SLAVIC),
    "cs": "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);",
    "lv": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n!=0 ? 1 : 2);",
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
}
"""Of the languages NetBox speaks (LANGUAGES in netbox/settings.py)."""


def locale(language: str) -> str:
    """The directory of a language: `de`, and `pt_BR` for `pt-br` (django.utils.translation.to_locale)."""
    name, _, region = language.lower().partition("-")
    return f"{name}_{region.title() if len(region) > 2 else region.upper()}" if region else name  # noqa: PLR2004


def locales(languages: tuple[str, ...]) -> list[str]:
    """The directories of several languages, sorted."""
    return sorted(map(locale, languages))


def plural_forms(language: str) -> str:
    """How many of a thing are how many forms of its word; empty where nobody told us."""
    return _PLURALS.get(language.lower().partition("-")[0], "")
