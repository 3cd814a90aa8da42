"""What comes from outside lands in the story's folder and nowhere else, and every article is a text that can be edited."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from verify import UsageError, read_articles
from verify.articles import read_stories
from verify.articles.frontmatter import front_matter
from verify.cli.writing import create, write
from verify.desk.folder import Folder, safe
from verify.desk.front import stated

from .calling import call, session

TEXT = "Four people were hurt when a tram left the rails in Gdansk on Monday, police said.\n"
PAGE = (
    "<html><head><title>Tram leaves the rails</title></head><body><article><h1>Tram leaves the rails</h1>"
    + "".join(f"<p>{TEXT} The tram carried {n} passengers to the harbour, the operator said.</p>" for n in (60, 61, 62))
    + "</article></body></html>"
)
NAMES = [
    "../../etc/passwd.txt",
    "..\\..\\boot.txt",
    "/etc/cron.d/x.txt",
    "C:\\autoexec.txt",
    ".bashrc",
    "..",
    ".",
    "",
    "a\x00b.txt",
    "a\nb.txt",
    "‮txt.exe",
    "x" * 400 + ".txt",
    "über café.txt",
    "<img src=x>.txt",
]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "story").mkdir()
    return Folder(path=tmp_path / "story", write=write, create=create)


def outside(folder: Folder) -> set[str]:
    return {path.name for path in folder.path.parent.iterdir()} - {"story"}


@pytest.mark.parametrize("name", NAMES)
def test_no_name_leads_out_of_the_folder(folder: Folder, name: str) -> None:
    added, problems = folder.drop(name, TEXT.encode())
    assert (len(added), problems) == (1, []), problems
    (only,) = folder.files()
    assert only.parent == folder.path and only.name == added[0] and only.read_text() == TEXT
    assert not only.name.startswith(".") and outside(folder) == set()


@pytest.mark.parametrize("name", NAMES)
def test_no_name_that_is_sent_leads_out(tmp_path: Path, name: str) -> None:
    from urllib.parse import quote

    (tmp_path / "story").mkdir()
    answer = call(session(tmp_path / "story"), "PUT", "/files", query=f"name={quote(name)}", body=TEXT.encode())
    assert answer.status == 200 and len(answer.said["added"]) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"story"}


def test_a_page_becomes_a_text_and_is_kept_as_it_came(folder: Folder) -> None:
    added, problems = folder.drop("tram.html", PAGE.encode())
    assert (added, problems) == (["tram.txt"], [])
    assert (folder.path / ".originals" / "tram.html").read_text() == PAGE
    (article,) = read_articles([folder.path])
    assert article.title == "Tram leaves the rails" and "60 passengers" in article.text


def test_an_archive_is_unpacked_into_articles(folder: Folder) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("one/a.txt", TEXT)
        archive.writestr("two/a.txt", TEXT.replace("Four", "Five"))
        archive.writestr("two/b.html", PAGE)
        archive.writestr("../../evil.txt", TEXT)
        archive.writestr("photo.jpg", b"\xff\xd8")
    added, problems = folder.drop("day.zip", held.getvalue())
    assert sorted(added) == ["a-2.txt", "a.txt", "b.txt"]
    assert len(problems) == 2 and all(problem.startswith("day.zip") for problem in problems)
    assert outside(folder) == set() and len(read_articles([folder.path])) == 3


def test_a_table_becomes_an_article_for_each_row(folder: Folder) -> None:
    table = 'outlet,published,text\nBeacon,2024-05-06,"{0}"\nCourier,2024-05-07,"{0}"\n'.format(TEXT.strip())
    added, problems = folder.drop("wires.csv", table.encode())
    assert len(added) == 2 and problems == []
    assert [(a.outlet, str(a.published)) for a in read_articles([folder.path])] == [
        ("Beacon", "2024-05-06"),
        ("Courier", "2024-05-07"),
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("photo.jpg", b"\xff\xd8\xff"),
        ("review.toml", b"a = 1"),
        ("page.html", b"<html></html>"),
        ("a.pdf", b"%PDF-1.4"),
    ],
)
def test_what_is_no_article_is_told_in_a_line_and_not_kept(folder: Folder, name: str, data: bytes) -> None:
    added, problems = folder.drop(name, data)
    assert added == [] and len(problems) == 1 and name in problems[0] and ".originals" not in problems[0]
    assert folder.files() == () and not list((folder.path / ".originals").iterdir())


def test_fifty_megabytes_are_taken_and_more_are_not(tmp_path: Path) -> None:
    at = session(tmp_path)
    enough = call(at, "PUT", "/files", query="name=a.txt", body=b"word " * 10_000_000)
    assert enough.status == 200 and "expected an article of at most 80,000" in enough.said["problems"][0]
    too_much = call(at, "PUT", "/files", query="name=a.txt", body=b"word " * 10_000_001)
    assert too_much.status == 413 and "50 MB" in too_much.said["problem"]
    assert not at.folder.files() and not list((tmp_path / ".originals").iterdir())


def test_a_pasted_text_has_what_the_person_knows_of_it(folder: Folder) -> None:
    name = folder.paste(TEXT, title="", outlet="The Beacon", published="2024-05-06")
    assert name == "The-Beacon.txt"
    assert folder.paste(TEXT, title="", outlet="The Beacon", published="") == "The-Beacon-2.txt"
    first, second = read_articles([folder.path])
    assert {str(first.published), str(second.published)} == {"2024-05-06", "None"} and first.outlet == "The Beacon"


@pytest.mark.parametrize(("text", "published"), [("", ""), ("  \n", ""), (TEXT, "yesterday"), (TEXT, "2024-13-01")])
def test_no_text_and_no_date_are_told(folder: Folder, text: str, published: str) -> None:
    with pytest.raises(UsageError, match="expected"):
        folder.paste(text, title="", outlet="", published=published)
    assert folder.files() == ()


def test_an_edited_page_becomes_a_text(folder: Folder) -> None:
    (folder.path / "tram.html").write_text(PAGE)
    (story,) = read_stories([folder.path])
    folder.edit(story.articles[0], story, TEXT)
    assert [p.name for p in folder.files()] == ["tram.txt"] and (folder.path / ".originals" / "tram.html").is_file()


def test_a_planted_link_is_not_followed(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder.path / ".originals").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="a link"):
        folder.drop("a.txt", TEXT.encode())
    (tmp_path / "precious").write_text("mine")
    (folder.path / "a.txt").symlink_to(tmp_path / "precious")
    assert folder.paste(TEXT, title="a", outlet="", published="") == "a-2.txt"
    assert (tmp_path / "precious").read_text() == "mine" and not list((tmp_path / "elsewhere").iterdir())


def test_an_article_that_is_put_aside_is_kept(folder: Folder) -> None:
    folder.paste(TEXT, title="a", outlet="", published="")
    (article,) = read_articles(folder.files())
    folder.remove(article)
    assert folder.files() == () and (folder.path / ".removed" / "a.txt").read_text() == "---\ntitle: a\n---\n\n" + TEXT


@pytest.mark.parametrize(
    ("text", "known", "outlet", "published"),
    [
        ("Words.\n", {"outlet": "Beacon"}, "Beacon", None),
        ("---\noutlet: Old\nkept: yes\n---\n\nWords.\n", {"outlet": "New"}, "New", None),
        (
            "---\nsource: Old\ndate: 2024-01-01\n---\n\nWords.\n",
            {"outlet": "New", "published": "2024-05-06"},
            "New",
            "2024-05-06",
        ),
        ("---\noutlet: Old\n---\n\nWords.\n", {"outlet": ""}, None, None),
    ],
)
def test_front_matter_states_what_was_set(
    text: str, known: dict[str, str], outlet: str | None, published: str | None
) -> None:
    front = front_matter(stated(text, **known))
    assert front.outlet == outlet and (str(front.published) if front.published else None) == published
    assert stated(text, **known).endswith("Words.\n") and ("kept: yes" in stated(text, **known)) == ("kept" in text)


def test_a_name_is_cut_to_what_tells_it() -> None:
    assert safe("The Beacon: tram, again.txt") == "The-Beacon-tram-again"
