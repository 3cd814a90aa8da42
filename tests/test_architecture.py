"""Imports point one way, nothing heavy is imported early, and every part has its cases."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from verify.model.kinds import Kind

PACKAGE = Path(__file__).parent.parent / "verify"

LAYERS = (
    {"model", "errors"},
    {"effort", "interruption", "lists", "options", "registry", "telemetry", "toml"},
    {"values", "articles", "runtime"},
    {"language", "encoder"},
    {"claims"},
    {"align"},
    {"checks"},
    {"reasons", "house", "succession"},
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


KINDS = frozenset(get_args(Kind))
KIND_FILES = {f"verify.claims.{path.stem}" for path in (PACKAGE / "claims").glob("*.py") if path.stem in KINDS}


def words_in(node: ast.AST, known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The constants in code, those of the tables and sets included that it calls by name."""
    found = {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return found.union(*(known.get(n.id, frozenset()) for n in ast.walk(node) if isinstance(n, ast.Name)))


def asks_for_kind(node: ast.AST) -> bool:
    """Whether code speaks of the kind of a claim: `c.kind`, `row["kind"]`, `kind`, `claim_kinds()`."""
    for n in ast.walk(node):
        name = n.attr if isinstance(n, ast.Attribute) else n.id if isinstance(n, ast.Name) else None
        if name in {"kind", "claim_kinds"} or (isinstance(n, ast.Subscript) and words_in(n.slice, {}) == {"kind"}):
            return True
    return False


def tables(tree: ast.AST) -> dict[str, frozenset[str]]:
    """The constants of what a module names in capitals."""
    found = (n for n in ast.walk(tree) if isinstance(n, ast.Assign | ast.AnnAssign) and n.value is not None)
    named = (
        (t.id, n.value) for n in found for t in getattr(n, "targets", None) or [n.target] if isinstance(t, ast.Name)
    )
    return {name: words_in(value, {}) for name, value in named if name.isupper()}


def kinds_named(tree: ast.AST, known: Mapping[str, frozenset[str]]) -> set[str]:
    """The kinds that code asks for: compared with a kind, looked up by one, matched, or by the file that defines one."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare | ast.Match | ast.Subscript | ast.Call) and asks_for_kind(node):
            called = isinstance(node, ast.Call) and not (
                isinstance(node.func, ast.Attribute) and node.func.attr in {"get", "pop"}
            )
            found |= words_in(node, known) & KINDS if not called else set()
        if isinstance(node, ast.ImportFrom) and node.module in KIND_FILES:
            found.add(node.module.split(".")[-1])
        if isinstance(node, ast.ImportFrom) and node.module == "verify.claims":
            found |= {a.name for a in node.names} & KINDS
    return found


TABLES = {
    k: v
    for p in FILES
    for k, v in tables(ast.parse(p.read_text(encoding="utf-8"))).items()
    if p.parent.name != "claims"
}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_claims_name_a_kind(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] != "claims":
        assert not kinds_named(ast.parse(path.read_text(encoding="utf-8")), TABLES)


@pytest.mark.parametrize(
    "code",
    [
        'claim.kind == "quote"',
        'claim.kind in {"money", "percent"}',
        'row["kind"] != "quote"',
        'kind == "age"',
        'claim_kinds()["count"]',
        'claim_kinds().get("count")',
        "claim.kind in QUOTED",
        "WORDS[claim.kind]",
        "WORDS.get(claim.kind)",
        'match claim.kind:\n    case "date":\n        pass',
        "from verify.claims.age import is_age",
        "from verify.claims import age",
    ],
)
def test_a_kind_that_is_named_is_seen(code: str) -> None:
    assert kinds_named(ast.parse(code), {"QUOTED": frozenset({"quote"}), "WORDS": frozenset({"tally", "a tally"})})


@pytest.mark.parametrize(
    "code", ['zone.kind == "lead"', "kind_of(claim).number is Number.COUNT", "left.kind == right.kind"]
)
def test_what_asks_for_no_kind_by_name_is_left_alone(code: str) -> None:
    assert not kinds_named(ast.parse(code), {})


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


def has(module: ModuleType, name: str) -> bool:
    return hasattr(module, name) or (hasattr(module, "__path__") and find_spec(f"{module.__name__}.{name}") is not None)


SCRIPTS = sorted(p for room in ("benchmarks", "training") for p in (PACKAGE.parent / room).rglob("*.py"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: str(p.relative_to(PACKAGE.parent)))
def test_scripts_import_what_the_package_has(path: Path) -> None:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    asked = [(n.module, a.name) for n in tree if isinstance(n, ast.ImportFrom) and n.module for a in n.names]
    missing = [
        f"{module}.{name}"
        for module, name in asked
        if module.partition(".")[0] == "verify" and not has(import_module(module), name)
    ]
    assert missing == []
