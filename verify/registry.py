"""Find the parts of a package that are one file each: claim kinds, checks."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module


@cache
def discover(package: str, name: str) -> tuple[object, ...]:
    """Return the values called `name` of a package's modules, in the order of the modules' names."""
    path = import_module(package).__path__
    modules = [import_module(f"{package}.{m.name}") for m in sorted(pkgutil.iter_modules(path), key=lambda m: m.name)]
    return tuple(getattr(m, name) for m in modules if hasattr(m, name))
