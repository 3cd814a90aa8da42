"""Pages, tables, JSON, archives, documents and standard input → articles; each bad one is told in a line."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from verify.articles import Story, read_stories
from verify.articles.formats import read_source
from verify.articles.source import Source
from verify.cli import main
from verify.errors import InputError
from verify.model import Article, NotChecked

SENTENCES = "A ferry sank off the northern coast on Sunday, the coast guard said. Five people died and nine were hurt."
PAGE = f"""<!DOCTYPE html>
<html><head><title>Ferry sinks off coast | Harbour News</title><meta property="og:title" content="Ferry sinks off coast">
<meta property="og:site_name" content="Harbour News"><meta name="author" content="Anna Bell">
<meta property="article:published_time" content="2019-12-29T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry sinks off coast</h1><p>{SENTENCES}</p><p>The sea was calm when it went down near the café of the town.</p>
</article><footer>Copyright 2019</footer></body></html>"""


def one(path: Path) -> Story:
    (story,) = read_stories([path])
    return story


def reasons(story: Story) -> dict[str, str]:
    return {entry.what.rsplit("/", 1)[-1]: entry.reason for entry in story.not_checked}


def known(article: Article) -> tuple[object, ...]:
    return article.title, article.outlet, article.published


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.txt", "page"])
def test_a_saved_page(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    story = one(tmp_path / name)
    (article,) = story.articles
    assert known(article) == ("Ferry sinks off coast", "Harbour News", date(2019, 12, 29))
    assert article.text.count("Ferry sinks off coast") == 2 and "author: Anna Bell" in article.text
    assert SENTENCES in article.text and "café" in article.text
    assert "Sport" not in article.text and "Copyright" not in article.text
    assert [zone.kind for zone in article.zones] == ["furniture", "headline", "lead", "body"]
    assert story.extracted == {"page"} and article.path == (tmp_path / name).as_posix()


def test_the_text_of_a_page_reads_as_the_page_does(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (page,) = one(tmp_path / "page.html").articles
    (tmp_path / "text.txt").write_text(page.text, encoding="utf-8")
    (text,) = one(tmp_path / "text.txt").articles
    assert (known(text), text.zones) == (known(page), page.zones)


def test_a_page_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').encode("latin-1"))
    assert "café" in one(tmp_path / "page.html").articles[0].text


def test_a_page_says_nothing_on_the_log(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.html").write_text("<html><p></p></html>")
    with pytest.raises(InputError, match="a web page without an article on it"):
        read_stories([tmp_path])
    assert capfd.readouterr().err == ""


ROWS = [
    {"title": "Ferry sinks", "text": SENTENCES, "outlet": "Harbour News", "published": "2019-12-29", "id": "first"},
    {"text": f"{SENTENCES}\nThe sea was “calm”, they said.", "published": "", "outlet": None},
]


def test_json_lines_json_and_a_table_give_the_same_articles(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)) + "\n\n")
    (tmp_path / "rows.json").write_text(json.dumps(ROWS))
    lines = ["ID;Text;Published;Outlet;Title", f"first;{SENTENCES};2019-12-29;Harbour News;Ferry sinks"]
    (tmp_path / "rows.csv").write_text(
        "\n".join([*lines, f';"{ROWS[1]["text"]}";;;', "", ";;;;"]), encoding="utf-8-sig"
    )
    found = [one(tmp_path / name) for name in ("rows.jsonl", "rows.json", "rows.csv")]
    for story in found:
        first, second = story.articles
        assert (first.id, second.id) == ("first", "rows-2")
        assert known(first) == ("Ferry sinks", "Harbour News", date(2019, 12, 29))
        assert "\n\nFerry sinks\n\nA ferry sank" in first.text
        assert (second.text, known(second)[1:]) == (ROWS[1]["text"], (None, None))
        assert story.extracted == {"first", "rows-2"} and not story.not_checked
    assert [a.path for a in found[2].articles] == [f"{(tmp_path / 'rows.csv').as_posix()}#{n}" for n in (1, 2)]


def test_records_that_do_not_fit_are_told_in_one_line_and_the_others_read(tmp_path: Path) -> None:
    rows = [
        "id,text",
        "a,The bank cut 40 jobs on Monday, it said.",
        'b,"The bank cut 30 jobs on Monday, it said."',
        "c,Shares fell on Monday.,,",
        "d,Rain fell on Monday, and hail.",
        "e,The cup, the shield, and the bowl.",
    ]
    (tmp_path / "a.csv").write_text("\n".join(rows))
    story = one(tmp_path)
    assert [(a.id, a.text) for a in story.articles] == [
        ("b", "The bank cut 30 jobs on Monday, it said."),
        ("c", "Shares fell on Monday."),
    ]
    hint = "one with a comma in it stands in quotation marks"
    assert reasons(story) == {"a.csv": f"record 1 has 3 cells, expected 2 ({hint}): it is not read, nor are 2 more"}


STATED = [
    ("BBC", "BBC"),
    (2019, "2019"),
    ({"id": None, "name": "BBC"}, "BBC"),
    ({"id": 7, "title": "The Herald", "name": 4}, "The Herald"),
    (["Ann Marsh", "Bob Lee"], "Ann Marsh, Bob Lee"),
    ([{"name": "Ann Marsh"}, "Bob Lee", {"id": 3}, None, 4, ["x"]], "Ann Marsh, Bob Lee"),
    ({"id": 7}, None),
    ([], None),
    (True, None),
    (None, None),
]


@pytest.mark.parametrize("field", ["outlet", "author", "title", "id"])
@pytest.mark.parametrize(("value", "stated"), STATED)
def test_what_a_record_states_by_objects_and_lists(
    field: str, value: object, stated: str | None, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{field: value, "text": SENTENCES}]))
    (article,) = one(tmp_path).articles
    if field == "id":
        assert article.id == (stated or "a-1") and article.text == SENTENCES
    else:
        assert article.text.startswith(f"---\n{field}: {stated}\n---\n" if stated else SENTENCES)
    assert not any(sign in article.text for sign in "{}[]'")


@pytest.mark.parametrize(
    "value", ['{"id": 1, "id": 2}', '{"owner": {"id": 1, "id": 2}}', '[[{"a": {"title": 1, "title": 2}}]]']
)
@pytest.mark.parametrize("field", ["outlet", "tags", "text"])
def test_a_record_with_something_unfit_in_it_is_unfit(field: str, value: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(f'[{{"{field}": {value}, "title": "Ferry"}}, {json.dumps(ROWS[0])}]')
    story = one(tmp_path)
    assert [article.id for article in story.articles] == ["first"]
    assert reasons(story)["a.json"].startswith("record 1 has two '") and "Unfit" not in reasons(story)["a.json"]


FIRE, CUP = "Five people died in the fire on Monday.", "The club won nine cups in May, it said."
TABS = [
    (f'"Five people" died.\ta\n{CUP}\tb', ['"Five people" died.', CUP]),
    (
        f'"Five people died, he said.\ta\n{CUP}\tb\n"Nine cups were won.\tc',
        ['"Five people died, he said.', CUP, '"Nine cups were won.'],
    ),
    (f'"Five people died.\ta\n{CUP}\tb\nThey won "cups"\tc', ['"Five people died.', CUP, 'They won "cups"']),
    ('"Five people died.\ta\nNine cups were won."\tb', ['"Five people died.', 'Nine cups were won."']),
    (f'{FIRE}\ta\n"Nine cups were won.\tb', [FIRE, '"Nine cups were won.']),
    ('"Five died.\ta\nNine won."\tb\n"Cups" won.\tc\t', ['"Five died.', 'Nine won."', '"Cups" won.']),
    (f'"{FIRE}"\ta\n"{CUP}"\tb', [FIRE, CUP]),
    (f'"{FIRE}\n\nIt ""was"" hot."\ta\n{CUP}\tb', [f'{FIRE}\n\nIt "was" hot.', CUP]),
    (f'"{FIRE}\tIt was hot."\ta\n{CUP}\tb', [f"{FIRE}\tIt was hot.", CUP]),
    (f'"{FIRE}\n\tIt was hot.\n"\ta\n{CUP}\tb', [f"{FIRE}\n\tIt was hot.\n", CUP]),
]


@pytest.mark.parametrize(("rows", "texts"), TABS)
def test_marks_of_quotation_in_a_table_with_tabs(rows: str, texts: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(f"text\tid\n{rows}\n")
    story = one(tmp_path)
    assert [article.text for article in story.articles] == texts and not story.not_checked
    assert [article.id for article in story.articles] == ["a", "b", "c"][: len(texts)]


ORDINARY = [
    (f'sep=;\r\nid;text\r\na;"{CUP}"\r\n', "a", CUP),
    (f'\ufeff"SEP=;"\n\nid;text;\n\na;"{CUP}";\n', "a", CUP),
    (f"sep=\t\nid\ttext\na\t{CUP}\n", "a", CUP),
    (f',,\nid,text,\na,"{CUP}",\n', "a", CUP),
    (f'\n\n ;;\r\n;;\r\nid;text\r\na;"{CUP}"\r\n', "a", CUP),
    (f"\ttext\n0\t{FIRE}\n", "t-1", FIRE),
    (f'id, text\na, "{CUP}"\n', "a", CUP),
    (f'"id",  "text"\n"a",  "{CUP}\n\nIt ""won"", too."\n', "a", f'{CUP}\n\nIt "won", too.'),
    ('id; text\na; "Five people" died.\n', "a", ' "Five people" died.'),
    (f"id,text\na, {FIRE}\n", "a", f" {FIRE}"),
    ('id,text\na,"He said, ""It was hot"", of the fire."\n', "a", 'He said, "It was hot", of the fire.'),
]


@pytest.mark.parametrize(("table", "id", "text"), ORDINARY)
def test_tables_as_programs_write_them(table: str, id: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(table, newline="")
    story = one(tmp_path)
    assert [(article.id, article.text) for article in story.articles] == [(id, text)] and not story.not_checked


def test_rows_beside_files_are_one_story(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCES)
    (tmp_path / "rows.csv").write_text(f"id,text\na,{SENTENCES.replace(',', ' ')}\n")
    assert [article.id for article in one(tmp_path).articles] == ["a.txt", "rows.csv#1"]


def test_one_object_is_one_article(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(ROWS[0]))
    assert [article.id for article in one(tmp_path).articles] == ["first"]


BAD = [
    ("a.json", "{", "broken JSON, expected objects"),
    ("a.json", "[" * 100_000, "broken JSON, expected objects"),
    ("a.json", "[]", "no article in it, expected objects"),
    ("a.json", '"x"', "no text of an article, expected objects"),
    ("a.json", '{"schema": "verify-report/1"}', "a report of verify, expected the articles"),
    ("data.json", '{"date": "2024-05-01", "hurt": 4}', "data with no text of an article, expected objects"),
    ("data.jsonl", '{"hurt": 4}\n{"hurt": 5}', "data with no text of an article, expected objects"),
    ("a.md", "# Cross-check of 2 articles\n\n2 articles", "a report of verify, expected the articles"),
    ("a.json", "", "empty file, expected the text of an article"),
    ("a.jsonl", '{"text": ', "no text of an article, expected objects"),
    ("a.jsonl", '{"text": 3}', "data with no text of an article, expected objects"),
    ("a.csv", "title,body\nx,y\n", "a table without a column named text, expected a row of column names"),
    ("a.csv", "text\n", "no article in it, expected a row of column names"),
    ("a.csv", "id,text\nx\n", "data with no text of an article, expected a row of column names"),
    (
        "a.csv",
        "id,text\nx,A ferry sank, five died.\n",
        "record 1 has 3 cells, expected 2 (one with a comma in it stands in quotation marks)",
    ),
    ("a.csv", "text,Text\nx,y\n", "two columns named text, expected a row of column names"),
    ("a.csv", "id,text,ID\nx,y,z\n", "two columns named id, expected a row of column names"),
    ("a.csv", 'id,text\na,"A ferry sank.\nb,Five died.\n', "record 1 has a quotation mark that never closes"),
    ("a.csv", 'id,text,"more\na,A ferry sank.\n', "broken table (a quotation mark in the first row never closes)"),
    (
        "a.json",
        '{"text": "A ferry sank.", "text": "A ship sank."}',
        "record 1 has two 'text', expected one: it is not read",
    ),
    ("a.jsonl", '{"id": 1, "text": "A ferry sank.", "id": 2}\n', "record 1 has two 'id', expected one: it is not read"),
    ("a.tsv", "\x00\x01\x02", "a binary file, expected plain text"),
    ("a.zip", "PK", "cannot be unpacked (not a zip archive), expected a zip archive of articles"),
    ("a.pdf", "%PDF-1.7 nothing", "a PDF document that cannot be read ("),
    ("a.docx", "PK", "a Word document that cannot be read (BadZipFile), expected a sound one without a password"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BAD)
def test_what_is_no_article(tmp_path: Path, name: str, content: str, reason: str) -> None:
    (tmp_path / "good.txt").write_text(SENTENCES)
    (tmp_path / name).write_text(content)
    stories = read_stories([tmp_path])
    assert [article.id for story in stories for article in story.articles] == ["good"]
    (entry,) = [entry for story in stories for entry in story.not_checked]
    assert entry.reason.startswith(reason) and "expected" in entry.reason and name in entry.what


def archive(path: Path, **files: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(name, content)
    return path


def test_an_archive_is_a_folder(tmp_path: Path) -> None:
    files = {"a.txt": SENTENCES, "page.html": PAGE, "two/b.txt": SENTENCES, "__MACOSX/a.txt": "x", ".hidden": "x"}
    path = archive(tmp_path / "day.zip", **files)
    stories = {story.name: [article.path for article in story.articles] for story in read_stories([path])}
    assert stories == {"day": [f"{path}/a.txt", f"{path}/page.html"], "two": [f"{path}/two/b.txt"]}
    assert {story.folder for story in read_stories([tmp_path])} == {tmp_path}


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "two/../../a.txt", "c:\\a.txt", "..\\a.txt"])
def test_a_name_that_leads_out_of_an_archive(tmp_path: Path, name: str) -> None:
    path = archive(tmp_path / "day.zip", **{"good.txt": SENTENCES, name: SENTENCES})
    stories = read_stories([path])
    assert [article.id for story in stories for article in story.articles] == ["good"]
    (entry,) = [entry for story in stories for entry in story.not_checked]
    assert "leads out of the archive" in entry.reason


@pytest.mark.parametrize("name", [".", "", "./."])
def test_a_file_without_a_name_in_an_archive(tmp_path: Path, name: str) -> None:
    path = tmp_path / "day.zip"
    with zipfile.ZipFile(path, "w") as out:
        for given in ("good.txt", "x"):
            out.writestr(given, SENTENCES)
        out.filelist[-1].filename = name
    stories = read_stories([path])
    assert [article.id for story in stories for article in story.articles] == ["good"]
    (entry,) = [entry for story in stories for entry in story.not_checked]
    assert entry.reason == "a file without a name in it, expected each to have one"


def test_an_archive_that_unpacks_to_too_much(tmp_path: Path) -> None:
    path = archive(tmp_path / "bomb.zip", **{f"{n}.txt": b"0" * 10_000_000 for n in range(6)})
    with pytest.raises(InputError, match="60,000,000 bytes when unpacked, expected an archive of at most 50,000,000"):
        read_stories([path])


def test_an_archive_of_too_many_files(tmp_path: Path) -> None:
    path = archive(tmp_path / "many.zip", **{f"{n}.txt": "x" for n in range(1_001)})
    with pytest.raises(InputError, match="1,001 files, expected an archive of at most 1,000"):
        read_stories([path])


def test_what_in_an_archive_cannot_be_read(tmp_path: Path) -> None:
    inner = archive(tmp_path / "inner.zip", a="x").read_bytes()
    path = archive(tmp_path / "day.zip", **{"in.zip": inner, "broken.txt": SENTENCES, "good.txt": SENTENCES})
    (tmp_path / "inner.zip").unlink()
    data = bytearray(path.read_bytes())
    at = data.index(b"broken.txt") + len("broken.txt")
    data[at : at + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    stories = read_stories([path])
    assert [article.id for story in stories for article in story.articles] == ["good"]
    told = {k: v for story in stories for k, v in reasons(story).items()}
    assert set(told) == {"in.zip", "broken.txt"}
    assert told["in.zip"] == "an archive in an archive, expected articles"
    assert told["broken.txt"].startswith("damaged in the archive")


def test_an_empty_archive(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"day\.zip: empty archive, expected articles"):
        read_stories([archive(tmp_path / "day.zip")])


def test_a_word_document(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Ferry sinks off coast")
    document.add_paragraph(SENTENCES)
    document.save(str(tmp_path / "a.docx"))
    (article,) = one(tmp_path / "a.docx").articles
    assert article.text == f"Ferry sinks off coast\n\n{SENTENCES}\n"


def test_a_document_without_text_and_one_without_its_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(str(tmp_path / "scan.pdf"))
    with pytest.raises(InputError, match="a PDF document without text, expected words and not pictures of them"):
        read_stories([tmp_path / "scan.pdf"])
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(InputError, match=r"expected the extra that reads it: pip install 'verify\[documents\]'"):
        read_stories([tmp_path / "scan.pdf"])


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (SENTENCES, ["stdin"]),
        (PAGE, ["stdin"]),
        (json.dumps(ROWS), ["first", "stdin-2"]),
        ("\n".join(map(json.dumps, ROWS)), ["first", "stdin-2"]),
        (json.dumps(ROWS[1], indent=1), ["stdin-1"]),
        ("\n \n\n".join(map(json.dumps, ROWS)), ["first", "stdin-4"]),
        ("\ufeff" + " \r\n\r\n".join(map(json.dumps, ROWS)), ["first", "stdin-3"]),
        (f"\ufeffid;Text;title\na;{SENTENCES};Ferry\n\n;{SENTENCES};\n", ["a", "stdin-3"]),
        (f"id\ttext\r\na\t{SENTENCES}\r\nb\t{SENTENCES}\r\n", ["a", "b"]),
        (f'text,id\n"{SENTENCES}",a\n', ["a"]),
        (f"Text\n\n{SENTENCES}\n", ["stdin"]),
        (f"A text, and a ferry\n\n{SENTENCES}\n", ["stdin"]),
        (f"id,body\n{SENTENCES}\n", ["stdin"]),
    ],
)
def test_standard_input(text: str, ids: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    (story,) = read_stories(["-"])
    assert [article.id for article in story.articles] == ids and story.extracted == set(ids)
    assert (story.name, story.folder) == ("stdin", None)


def test_standard_input_beside_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SENTENCES.encode())))
    (tmp_path / "a.txt").write_text(SENTENCES)
    (story,) = read_stories(["-", tmp_path / "a.txt"])
    assert [article.id for article in story.articles] == ["stdin", "a"] and story.folder == tmp_path


SUFFIXES = (".html", ".csv", ".tsv", ".json", ".jsonl", ".pdf", ".docx", ".txt", "")
OPENINGS = (
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"<!doctype html><p>",
    b'[{"text": "',
    b'text,id\n"',
    b"\xef\xbb\xbf",
    b"\xff\xfe",
)


@given(st.sampled_from(SUFFIXES), st.sampled_from(OPENINGS), st.binary(max_size=200))
def test_any_bytes_are_articles_or_told_in_a_line(suffix: str, opening: bytes, rest: bytes) -> None:
    for entry in read_source(Source(path=Path(f"a{suffix}"), held=opening + rest)):
        if isinstance(entry, NotChecked):
            assert "expected" in entry.reason and "\n" not in entry.reason
        else:
            assert entry.text.strip() and entry.place.startswith("a")


def test_a_name_in_an_archive_does_nothing_to_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = archive(tmp_path / "day.zip", **{"good.txt": SENTENCES, "a\x1b[31m.png": "x"})
    assert main(["check", str(path), "--out", str(tmp_path / "r")]) == 0
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err and "␛[31m.png: an image" in err


def test_what_the_program_keeps_beside_articles_is_passed_over(tmp_path: Path) -> None:
    for name in ("review.toml", "verify.toml", "pyproject.toml"):
        (tmp_path / name).write_text("x = 1")
    (tmp_path / "a.txt").write_text(SENTENCES)
    assert not one(tmp_path).not_checked


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(InputError, match=r"cannot be read \(more than 50 MB\)"):
        read_stories([tmp_path])
