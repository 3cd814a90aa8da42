"""`--keep-text`: what was taken out of pages and tables, so that the places in a report can be looked up."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from verify.cli import main

TITLED = "<html><head><title>Tram leaves rails</title></head><body><article><p>{}</p><p>{}</p></article></body></html>"


def test_places_point_into_the_kept_text(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (story / "b.txt").read_text()
    (story / "b.txt").unlink()
    (story / "b.html").write_text(TITLED.format(*text.strip().split("\n\n")))
    (story / "rows.jsonl").write_text(json.dumps({"id": "x/../y", "text": text.replace("1998", "2001")}))
    kept, out = tmp_path / "texts", tmp_path / "r"
    assert main([str(story), "--keep-text", str(kept), "--out", str(out), "--json", str(tmp_path / "r.json")]) == 0
    assert sorted(path.relative_to(kept).as_posix() for path in kept.rglob("*.txt")) == [
        "tram/b.txt",
        "tram/x-..-y.txt",
    ]
    report = json.loads((tmp_path / "r.json").read_text())
    paths = {article["id"]: article["path"] for article in report["articles"]}
    assert paths["a"] == (story / "a.txt").as_posix() and paths["b"] == (kept / "tram" / "b.txt").as_posix()
    assert len(report["claims"]) >= 3
    for claim in report["claims"]:
        line = Path(paths[claim["article"]]).read_text(encoding="utf-8").split("\n")[claim["line"] - 1]
        assert line[claim["column"] - 1 :].startswith(claim["quote"].split("\n")[0])
    assert re.search(r"texts/tram/b\.txt:\d+:\d+", capsys.readouterr().out)


def test_without_it_nothing_is_written(story: Path, tmp_path: Path) -> None:
    before = sorted(story.iterdir())
    assert main([str(story), "--out", str(tmp_path / "r")]) == 0
    assert sorted(story.iterdir()) == before
