"""Imports point one way, nothing heavy is imported early, and every part has its cases."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from verify.model.kinds import Kind

PACKAGE = Path(__file__).parent.parent / "verify"

LAYERS = (
    {"model", "errors"},
    {"effort", "options", "registry", "telemetry", "toml"},
    {"values", "articles", "runtime"},
    {"language", "encoder"},
    {"claims"},
    {"align"},
    {"checks"},
    {"reasons", "house"},
    {"bounds", "verdicts", "nearly", "cache"},
    {"pipeline", "report", "review", "diff", "settings"},
    {"batch", "consistent", "desk", "fetch"},
    {"cli"},
    {"__main__"},
)
RANK = {name: i for i, layer in enumerate(LAYERS) for name in layer}
FILES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Names of the project's modules that a file imports, those for the type checker included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "verify":
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {a.name for a in node.names if a.name.split(".")[0] == "verify"}
    return found


def room(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else None


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if own == "__init__":
        return
    for module in imports(path):
        there = room(module)
        if there is None or there == own:
            continue
        assert RANK[there] < RANK[own] or {there, own} <= {"model", "errors"}, f"{own} imports {module}"


def test_report_imports_the_model_alone() -> None:
    found = {room(m) for p in (PACKAGE / "report").rglob("*.py") for m in imports(p)}
    assert found - {"report"} <= {"model"}


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_no_cycles() -> None:
    graph = {module_name(p): imports(p) for p in FILES if p.name != "__init__.py"}
    done: set[str] = set()

    def walk(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " → ".join((*path, name))
        if name not in done:
            for other in sorted(graph.get(name, ())):
                walk(other, (*path, name))
            done.add(name)

    for name in graph:
        walk(name, ())


def test_every_module_is_in_a_layer() -> None:
    names = {p.relative_to(PACKAGE).parts[0].removesuffix(".py") for p in FILES} - {"__init__", "data"}
    assert names <= set(RANK)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_claims_name_a_kind(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] in {"claims", "model"}:
        return
    named = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare) and any(
            isinstance(n, ast.Attribute) and n.attr == "kind" for n in ast.walk(node)
        ):
            named |= {n.value for n in ast.walk(node) if isinstance(n, ast.Constant)}
        if isinstance(node, ast.Subscript) and "claim_kinds" in ast.dump(node.value):
            named |= {n.value for n in ast.walk(node.slice) if isinstance(n, ast.Constant)}
    assert not named & set(get_args(Kind))


def test_nobody_else_prints() -> None:
    for path in FILES:
        if path.parent.name == "cli":
            continue
        calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
        assert not [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"], path


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(argument: str) -> None:
    code = (
        "import sys; from verify.cli import main; main([sys.argv[1]]); "
        "heavy = {'torch', 'spacy', 'pandas', 'sentence_transformers', 'onnxruntime'} & set(sys.modules); "
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code, argument], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_cross_check_loads_no_torch() -> None:
    code = (
        "import sys; from verify import Article, cross_check; "
        "texts = ('Four people were hurt in the fire in Leeds.', 'Five people were hurt in a blaze in Leeds, police said.'); "
        "cross_check([Article.from_text(id=str(i), text=t) for i, t in enumerate(texts)]); "
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'pandas', 'pint', 'distributed'} & set(sys.modules); "
        "from verify.encoder import load_encoder; assert load_encoder.cache_info().currsize, 'no pair needed the encoder'; "
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
