"""Finds the packages below a directory that offer a PluginConfig as `config`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin.modules import Modules, parse
from netbox_plugin_kit.plugin.values import (
    Class,
    Distribution,
    Either,
    Module,
    Value,
    class_attributes,
    describe,
    is_plugin_config,
    plain,
)

__all__ = ["Offer", "choose", "import_roots", "is_environment", "offers", "package_files"]

_DEEPEST = 6
_SKIPPED = frozenset({"node_modules", "build", "dist", "site-packages", "__pycache__", "venv", "env", "htmlcov"})
_TESTS = frozenset({"tests", "test", "testing", "fixtures"})


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that has the name `config`; `problem` says why it is no plugin, if it is none."""

    package: str
    path: Path
    config_class: str
    attributes: dict[str, Value]
    problem: str | None = None


def package_files(root: Path) -> Iterator[Path]:
    """Every `__init__.py` of a project that could be its own, nearest first.

    A link out of the project is followed to a package, not to a place where there may be some.
    """
    root = root.resolve()
    level, seen = [root], {root}
    for _ in range(_DEEPEST):
        following: list[Path] = []
        for directory in level:
            if (directory / "__init__.py").is_file():
                yield directory / "__init__.py"
            for child in _directories(directory):
                target = child.resolve()
                if target in seen or not (target.is_relative_to(root) or (child / "__init__.py").is_file()):
                    continue
                seen.add(target)
                following.append(child)
        level = following


def _directories(directory: Path) -> list[Path]:
    try:
        with os.scandir(directory) as entries:
            names = sorted(entry.name for entry in entries if _is_directory(entry))
    except OSError:  # not ours to read
        return []
    wanted = [name for name in names if not name.startswith(".") and name not in _SKIPPED]
    paths = [directory / name for name in wanted if not name.endswith((".egg-info", ".dist-info"))]
    return [path for path in paths if not is_environment(path)]


def is_environment(directory: Path) -> bool:
    """Whether a directory is a virtual environment."""
    try:
        return (directory / "pyvenv.cfg").exists()
    except OSError:  # not ours to read
        return False


def _is_directory(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a loop of symbolic links
        return False


def import_roots(file: Path) -> tuple[Path, str]:
    """The directory that would be on the import path for a package's `__init__.py`, and its dotted name."""
    top = file.parent
    while (top.parent / "__init__.py").is_file():
        top = top.parent
    return top.parent, ".".join(file.parent.relative_to(top.parent).parts)


def offers(
    files: Iterable[Path],
    roots: Iterable[Path],
    metadata: Distribution,
    owned: Callable[[Path], bool] = lambda _: True,
) -> Iterator[Offer]:
    """What each package offers as `config`; packages without that name are left out."""
    for file in files:
        try:
            source = file.read_bytes()
        except OSError:
            continue
        top, package = import_roots(file)
        # Most packages say nothing of the kind, and reading them would read all their modules.
        matters = b"config" in source or b"import *" in source or isinstance(parse(file), str)
        if not matters or not all(part.isidentifier() for part in package.split(".")):
            continue
        modules = Modules([top, *roots], metadata, owned)
        found = _offer(package, file, modules.read(package, file))
        if found is not None:
            yield found


def _offer(package: str, file: Path, module: Value) -> Offer | None:
    if not isinstance(module, Module):
        return Offer(package, file.parent, "", {}, describe(module))
    config = module.names.get("config")
    if config is None:
        return None
    candidates = config.options if isinstance(config, Either) else (config,)
    class_name = next((option.name for option in candidates if isinstance(option, Class)), "")
    if not class_name or not is_plugin_config(config):
        return Offer(package, file.parent, "", {}, f"{file}: `config` is {_problem(config)}")
    values = {name: value for name, value in class_attributes(config).items() if not _is_code(name, value)}
    attributes = {name: plain(value, name) for name, value in values.items()}
    named = attributes.get("name")
    if isinstance(named, str) and named.endswith(f".{package}"):
        package = named  # within a namespace package, which has no `__init__.py` to tell
    return Offer(package, file.parent, class_name, attributes)


def _is_code(name: str, value: Value) -> bool:
    return name.startswith("__") or type(value).__name__ == "Function"


def _problem(config: Value) -> str:
    if isinstance(config, Class):
        return f"{describe(config)}, which cannot be traced to netbox.plugins.PluginConfig within the project"
    return f"{describe(config)}, not a class that descends from netbox.plugins.PluginConfig"


def choose(root: Path, found: Iterable[Offer], wanted: str | None) -> Offer:
    """The plugin among the packages.

    Raises:
        UsageError: None, or several.
    """
    everything = list(found)
    if wanted is not None:
        everything = [offer for offer in everything if offer.package == wanted]
    plugins = _outermost([offer for offer in everything if offer.problem is None])
    if len(plugins) == 1:
        return plugins[0]
    if plugins:
        names = ", ".join(sorted(offer.package for offer in plugins))
        raise UsageError(
            f"{root} has several packages with a PluginConfig: {names}; "
            "say which one with `package` in [tool.netbox-plugin-kit] of its pyproject.toml"
        )
    if everything:
        raise UsageError(f"{everything[0].problem}; correct it, or name the plugin's directory")
    what = f"no package {wanted} that offers" if wanted else "no package that offers"
    raise UsageError(f"{root} has {what} a PluginConfig as `config` in its __init__.py; name a plugin's directory")


def _outermost(plugins: list[Offer]) -> list[Offer]:
    """Without the dummies of test suites and of other packages' insides, unless there is nothing else."""
    own = [offer for offer in plugins if not _TESTS & set(offer.path.parts[-3:])] or plugins
    return [offer for offer in own if not any(_is_inside(offer, other) for other in own)]


def _is_inside(offer: Offer, other: Offer) -> bool:
    return offer is not other and offer.path.is_relative_to(other.path)
