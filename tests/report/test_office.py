"""The workbook and the Word document, read back by the libraries that write them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from verify.cli import main
from verify.report.xlsx import LONGEST, render

from .decisions import decide
from .stories import ferry, hostile

openpyxl = pytest.importorskip("openpyxl")
docx = pytest.importorskip("docx")
SHEETS = ["Findings", "Facts by sources", "Claims of findings", "Claims", "Not checked"]


def test_the_workbook_has_each_sheet_with_a_head_that_stays() -> None:
    book = openpyxl.load_workbook(BytesIO(render(ferry())))
    assert book.sheetnames == SHEETS
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref and sheet["A1"].font.bold
    findings = list(book["Findings"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in findings[:4]] == ["conflict", "update", "flag", "flag"]
    assert findings[0][1] == "passengers hurt" and findings[0][3] == "A: 9\nB: 11"
    assert len(str(findings[0][4]).splitlines()) == 2
    matrix = list(book["Facts by sources"].iter_rows(values_only=True))
    assert matrix[0][:3] == ("fact", "verdict", "A The Tarn Beacon") and len(matrix) == 7


def test_no_cell_is_a_formula_nor_more_than_fits() -> None:
    book = openpyxl.load_workbook(BytesIO(render(hostile())))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert cells and {cell.data_type for cell in cells} <= {"s", "n", "b"}
    assert max(len(str(cell.value)) for cell in cells) <= LONGEST


def test_the_document_has_each_article_and_comments_at_its_findings() -> None:
    from verify.report.docx import render as written

    document = docx.Document(BytesIO(written(ferry(), name="ferry")))
    text = "\n".join(p.text for p in document.paragraphs)
    for article in ferry().articles:
        assert max(article.text.splitlines(), key=len).split("  ")[0][:40] in text
    comments = [comment.text for comment in document.comments]
    assert sum(comment.startswith("conflict: passengers hurt") for comment in comments) == 3
    assert {comment.author for comment in document.comments} == {"verify"}


def test_what_was_dismissed_has_no_comment() -> None:
    from verify.report.docx import render as written

    conflict = ferry().facts[0].id
    document = docx.Document(BytesIO(written(ferry(), decisions={conflict: decide(conflict)})))
    assert not any("passengers hurt" in comment.text for comment in document.comments)


def test_the_same_report_gives_the_same_document() -> None:
    from verify.report.docx import render as written

    first, second = (docx.Document(BytesIO(written(hostile()))) for _ in range(2))
    assert first.element.xml == second.element.xml


def test_the_command_writes_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Four people were hurt when a tram left the rails in Gdansk on Monday, police said.\n")
    assert main(["check", "a.txt", "--xlsx", "a.xlsx", "--docx", "a.docx"]) == 0
    assert openpyxl.load_workbook("a.xlsx").sheetnames == SHEETS and docx.Document("a.docx").paragraphs


def test_a_library_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("verify.cli.outputs.find_spec", lambda _: None)
    assert main(["check", str(tmp_path), "--xlsx", "a.xlsx"]) == 2
    assert "--xlsx: openpyxl is not installed, expected verify[office]" in capsys.readouterr().err
