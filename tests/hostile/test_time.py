"""Texts made to cost time: none keeps the program for long, and what was not looked at is said."""

from __future__ import annotations

import os
import random
import subprocess
import tracemalloc
from pathlib import Path
from time import process_time
from zipfile import ZIP_LZMA, ZipFile

import pytest

from verify import Article, Options, cross_check
from verify.articles import read_stories
from verify.articles.stories import MOST_ARTICLES, MOST_CHARACTERS
from verify.checks import name_variant
from verify.errors import InputError
from verify.values.aliases import read_aliases
from verify.values.name import same_person

from .commands import command, environment, run
from .slow import slow_document

LONG = bool(os.environ.get("VERIFY_HOSTILE"))
"""The long run, by `VERIFY_HOSTILE=1 pytest tests/hostile`."""
STATES = (
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa "
    "Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio "
    "Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming"
).split()
WORDS = "the a minister said that people in town were hurt and police of city fire five three men women killed on from Leeds".split()
FIRE = "The fire in Leeds hurt five people on Monday, police said. "
LETTERS = "abcdefghijklmnopqrstuvwxyz"
PAIRS = [(a, b) for a in LETTERS for b in LETTERS[:19]]
MEASURED = """
import sys
from verify.cli import main
try:
    main(sys.argv[1:])
finally:
    print(open("/proc/self/status").read())
"""
"""The command line, which then tells how much memory it had at most; that of a parent counts where its parent is asked."""
MOST = 20.0
"""Seconds of processor time on a slow machine; before the bounds each of these took minutes or did not end."""
COSTLY = {
    "states": "The storm killed " + ", ".join(f"{11 + 7 * i} people in {s}" for i, s in enumerate(STATES)) + ".\n",
    "wards": "The flood left " + ", ".join(f"{11 + 7 * i} people dead in Ward {i}" for i in range(80)) + ".\n",
    "no stop": "The " + " ".join(random.Random(1).choice(WORDS) for _ in range(1_500)) + ".\n",
    "brackets": FIRE + "(" * 19_900,
    "quotation marks": FIRE + "“" * 19_900,
    "one number": FIRE + "five, " * 3_300,
    "lists": FIRE + ("five, " * 66 + "five. The ") * 45,
    "short lists": FIRE + ("five, " * 48 + "five. The ") * 65,
    "names": FIRE + ("Ann Marsh of Leeds, " * 24 + "said so. ") * 40,
    "prices": FIRE + ("$3 billion, 4 percent, " * 12 + "it said. ") * 70,
    "dates": FIRE + ("on May 5, 2020, " * 30 + "it fell. ") * 40,
    "quotes": FIRE + "“We ran,” Ann Marsh, 45, said. " * 640,
    "halves of dates": FIRE + "Sept. 0 " * 2_400,
    "blanks between dashes": FIRE + " – " * 6_600,
    "letters in quotation marks": FIRE + "‘a’ " * 5_000,
    "one word of figures": FIRE + "5%" * 9_900,
}


def test_a_table_of_more_columns_than_there_is_to_know(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text" + ",a" * 200_000 + f"\n{FIRE}\n")
    with pytest.raises(InputError, match="a table of 200,001 columns"):
        read_stories([tmp_path])


@pytest.mark.parametrize("unit", ["... ", "(a) ", "![", "He. "])
def test_a_text_of_more_sentences_than_prose_is_not_read(unit: str) -> None:
    begun = process_time()
    report = cross_check([Article.from_text(id="a", text=unit * (20_000 // len(unit)))])
    assert process_time() - begun < MOST and not report.claims
    assert "expected prose" in report.not_checked[0].reason


@pytest.mark.parametrize("name", COSTLY)
def test_a_costly_text_is_done_soon(name: str) -> None:
    begun = process_time()
    report = cross_check([Article.from_text(id="a", text=COSTLY[name])])
    assert process_time() - begun < MOST
    assert report.not_checked


def reasons(folder: Path) -> list[str]:
    """Return why parts of a folder were not read."""
    return [entry.reason for story in read_stories([folder]) for entry in story.not_checked]


def test_a_page_of_attributes_is_refused(tmp_path: Path) -> None:
    attributes = " ".join(f"a{i}=1" for i in range(200_000))
    quoted = " ".join(f"a{i}='>'" for i in range(100_000))
    bare = " ".join(f"a{i}" for i in range(100_000))
    begun = process_time()
    for start in (f"<p {attributes}>", f"<p {quoted}>", f"<p {bare}>", f"<p x='{attributes}", "<div>" * 100_000):
        (tmp_path / "a.html").write_text(f"<html><body><article>{start}{FIRE}</p></article></body></html>")
        with pytest.raises(InputError, match="a web page"):
            read_stories([tmp_path])
    assert process_time() - begun < MOST


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f'<d xmlns="{"x" * 8_000_000}">' + "".join(f"<b{i}/>" for i in range(250)) + "</d>", "bytes in one tag"),
        (f"<d><{'x' * 8_000_000}/></d>", "bytes in one tag"),
        (f'<d xmlns="{"x" * 500_000}">' + "".join(f"<b{i}/>" for i in range(2_000)) + "</d>", "without text"),
        ("<d>" + "".join(f"<{'x' * 900_000}{i}/>" for i in range(40)) + "</d>", "a name of 900,001 characters"),
        ("<d>" + "".join(f"<b a{i}='' c{i}=''/>" for i in range(400_000)) + "</d>", "more than 10,000 names"),
    ],
    ids=["an address", "a name", "shorter addresses", "shorter names", "many names"],
)
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no memory is told")
def test_names_in_a_document_cost_no_memory(body: str, reason: str, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.docx", "w", ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", body)
    process = run(tmp_path, tmp_path / "a.docx", script=MEASURED)
    assert reason in " ".join(process.stderr.split())
    assert 0 < int(process.stdout.rpartition("VmHWM:")[2].split()[0]) < 300_000


@pytest.mark.parametrize(
    ("text", "reason"),
    [("a" * 80_001, "80,001 characters"), ("a. " * 3_000, "3,000 stops"), ("![" * 5_000, "5,000 stops")],
    ids=["signs", "stops", "stops without blanks"],
)
def test_more_than_an_article_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    with pytest.raises(InputError, match=reason):
        read_stories([tmp_path])


def test_an_archive_with_more_names_than_files_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify.articles.folders.PATIENCE", 0.2)
    (tmp_path / "a.txt").write_text(FIRE)
    with ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("a.txt", FIRE)
        archive.filelist *= 300_000
    begun = process_time()
    assert "that takes too long" in str(reasons(tmp_path))
    assert process_time() - begun < MOST


def test_a_document_that_takes_long_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdf")
    monkeypatch.setattr("verify.articles.stories.PATIENCE", 0.2)
    (tmp_path / "a.txt").write_text(FIRE)
    (tmp_path / "b.pdf").write_bytes(slow_document(300_000))
    assert "that takes too long" in str(reasons(tmp_path))


def test_files_of_which_nothing_comes_share_the_time_of_a_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pypdf")
    monkeypatch.setattr("verify.articles.stories.PATIENCE", 1.5)
    monkeypatch.setattr("verify.articles.stories.EACH", 0.0)
    document = slow_document(300_000)
    (tmp_path / "a.txt").write_text(FIRE)
    for i in range(12):
        (tmp_path / f"b{i:02}.pdf").write_bytes(document)
    begun = process_time()
    told = reasons(tmp_path)
    assert process_time() - begun < 5
    assert told[-1].startswith("not read, nor ") and "what came before took too long" in told[-1]


def test_folders_of_an_archive_share_its_time_and_other_stories_have_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pypdf")
    monkeypatch.setattr("verify.articles.stories.PATIENCE", 0.2)
    document = slow_document(300_000)
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        for i in range(12):
            archive.writestr(f"{i:02}/a.pdf", document)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "b.txt").write_text(FIRE)
    told = reasons(tmp_path)
    assert "that takes too long" in told[0] and len(told) == 12
    # The clock is the process's own: another thread at work makes it ring before the files have used their share.
    assert sum("what came before took too long" in reason for reason in told) > 8
    assert [article.id for story in read_stories([tmp_path]) for article in story.articles] == ["b"]


def test_a_story_of_more_than_a_book_is_not_read(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number:02}.txt").write_text(f"{FIRE * 10}\n" + f"{'a' * 99}\n" * 750)
    (story,) = read_stories([tmp_path])
    assert sum(len(article.text) for article in story.articles) <= 200_000 and len(story.articles) == 2
    assert [entry.what.rpartition("/")[2] for entry in story.not_checked] == ["02.txt"]


def test_rows_without_a_text_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'text,id\n"{FIRE.strip()}",x\n' + ",y\n" * 100_000)
    told = reasons(tmp_path)
    assert len(told) == 21 and told[-1].startswith("99,980 records more")


@pytest.mark.parametrize(
    ("name", "opening", "unit", "after"),
    [
        ("a.json", "[", '{"":0},', "0]"),
        ("a.json", "[", "[],", "0]"),
        ("a.jsonl", "", "{}\n", ""),
        ("a.jsonl", "", "\n", "{}"),
        ("a.csv", "text,id\n", "a,\n", ""),
        ("a.csv", "text,id\n", "\n", "a,b"),
        ("a.tsv", "text\tid\n", "a\tb\t", ""),
    ],
    ids=["objects", "lists", "lines", "blank lines", "rows", "blank rows", "cells"],
)
def test_a_file_of_more_values_than_articles_have_is_not_taken_apart(
    name: str, opening: str, unit: str, after: str, tmp_path: Path
) -> None:
    text = opening + unit * (12_000_000 // len(unit)) + after
    (tmp_path / name).write_text(text)
    begun = process_time()
    tracemalloc.start()
    with pytest.raises(InputError, match="values or more, expected"):
        read_stories([tmp_path])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 * len(text) and process_time() - begun < 1


HUGE = "a " * 11_000_000 + "\N{FIRE}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", f'{{"text": "\\ud83d{HUGE}"}}'),
        ("a.jsonl", f'{{"text": "\\ud83d{HUGE}"}}'),
        ("a.csv", f'text,id\n"{HUGE}",a\n'),
        ("a.tsv", f'text\tid\n"{HUGE}"\ta\n'),
    ],
    ids=["JSON", "JSON lines", "table", "table with tabs"],
)
def test_a_file_of_more_bytes_than_articles_have_is_not_taken_apart(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    tracemalloc.start()
    with pytest.raises(InputError, match="bytes, which is more than 20 MB, expected"):
        read_stories([tmp_path])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 30_000_000
    (tmp_path / name).write_text(text.replace("a " * 2_000_000, ""))
    tracemalloc.start()
    with pytest.raises(InputError, match="characters, expected an article of at most"):
        read_stories([tmp_path])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 500_000_000


def test_more_articles_than_a_story_has_are_not_read(tmp_path: Path) -> None:
    for i in range(205):
        (tmp_path / f"{i:03}.txt").write_text(FIRE)
    (story,) = read_stories([tmp_path])
    assert len(story.articles) == 200
    assert [entry.reason for entry in story.not_checked] == [
        "not read to its end, nor 4 files after it, expected a story of at most 200 articles and 200,000 characters"
    ]


def invented(number: int) -> list[str]:
    """Return names that nobody bears."""
    drawn = random.Random(3)
    return ["".join(drawn.choice(LETTERS) for _ in range(7)).title() for _ in range(number)]


def test_a_text_of_names_compares_none_with_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    monkeypatch.setattr(
        "verify.language.entities.same_person",
        lambda left, right: compared.append(left) or same_person(left, right),  # type: ignore[func-returns-value]
    )
    names = invented(900)
    text = " ".join(f"{a} {b} of {c} spoke." for a, b, c in zip(names[::3], names[1::3], names[2::3], strict=True))
    report = cross_check([Article.from_text(id="a", text=text)], options=Options(cache=False))
    assert not any("broken off" in entry.reason for entry in report.not_checked)
    assert len(compared) < 3_000


def test_a_word_of_many_names_is_counted_once() -> None:
    names = [(f"a{i}", f"b{i % 20}") for i in range(4_000)]
    begun = process_time()
    borne = name_variant.names_with([*names, *((word,) for name in names for word in name)])
    assert borne[("b1",)] == 200 and not borne[names[0]]
    assert process_time() - begun < 1


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"The flood killed {11 + i} people in {place} on Monday." for i, place in enumerate(invented(300))),
        " ".join(
            f"“We will raise taxes on {a}or families in {1900 + i},” Ann Marsh said."
            for i, (a, _) in enumerate(PAIRS[:190])
        ),
        " ".join(f"Ann {'Ma' + 'r' * (i % 7) + 'sh' + a} met Tom K{b}{a}ler." for i, (a, b) in enumerate(PAIRS)),
    ],
    ids=["numbers", "quotations", "names"],
)
def test_a_check_that_flags_everything_is_broken_off(text: str) -> None:
    report = cross_check([Article.from_text(id="a", text=text)], options=Options(cache=False))
    assert len(report.flags) <= 100
    assert any("this check was broken off" in entry.reason for entry in report.not_checked)


def test_comparisons_beyond_those_of_any_story_are_broken_off_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify.bounds.MOST", 1)
    report = cross_check(
        [Article.from_text(id=i, text=FIRE + f"It killed {i} men in York.\n") for i in ("three", "four")]
    )
    assert {fact.verdict for fact in report.facts} == {"single-source"}
    assert any("broken off" in entry.reason for entry in report.not_checked)


@pytest.mark.skipif(not LONG, reason="some minutes: VERIFY_HOSTILE=1")
@pytest.mark.parametrize("name", ["states", "short lists", "names", "prices", "quotes", "one word of figures"])
def test_a_story_as_large_as_any_that_is_read_takes_a_minute_and_a_gigabyte_at_most(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    length = MOST_CHARACTERS // MOST_ARTICLES
    for i in range(MOST_ARTICLES):
        text = (
            COSTLY[name]
            .replace("Leeds", ("Leeds", "York", "Hull", "Bath")[i % 4])
            .replace("five", ("five", "six", "seven")[i % 3])
        )
        (folder / f"{i:03}.txt").write_text((text * (length // len(text) + 1))[:length])
    process = subprocess.Popen(
        command(folder, "--out", tmp_path / "out"), env=environment(tmp_path), stdout=subprocess.DEVNULL
    )
    _, status, taken = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    assert taken.ru_utime < 60
    assert taken.ru_maxrss < 1_000_000


def test_house_names_without_number_are_held_together_soon(tmp_path: Path) -> None:
    names = [f"Ann{i} Marsh{i}" for i in range(3_000)]
    (tmp_path / "h.toml").write_text(f"different = [{names}]\nsame = [{[names[0], 'A. Marsh']}]\n")
    begun = process_time()
    known = read_aliases(tmp_path / "h.toml")
    assert known.two(names[1], names[2]) and known.parted(names[3]) and not known.two(names[1], "Bob")
    assert process_time() - begun < MOST / 4
