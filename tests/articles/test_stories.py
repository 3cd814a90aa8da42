"""Files and folders → stories; whatever cannot be read is told and the rest goes on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from verify import Article, Options, cross_check
from verify.articles import Story, prepare, read_articles, read_stories
from verify.errors import InputError
from verify.report import docx

TEXT = "A ferry sank off the northern coast on Sunday.\n\nFive people died, the coast guard said.\n"
GERMAN = (
    "Die Fähre sank am Sonntag vor der nördlichen Küste, und fünf Menschen starben, sagte die Küstenwache am Montag. "
    * 3
)


def write(path: Path, text: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def outline(stories: tuple[Story, ...]) -> dict[str, list[str]]:
    return {story.name: [article.id for article in story.articles] for story in stories}


def reasons(stories: tuple[Story, ...]) -> dict[str, str]:
    return {entry.what.rsplit("/", 1)[-1]: entry.reason for story in stories for entry in story.not_checked}


def test_a_folder_is_a_story(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c", ".hidden.txt"):
        write(tmp_path / "ferry" / name)
    assert outline(read_stories([tmp_path / "ferry"])) == {"ferry": ["a", "b", "c"]}


def test_files_together_are_a_story(tmp_path: Path) -> None:
    files = [write(tmp_path / "ferry" / name) for name in ("b.txt", "a.txt")]
    assert outline(read_stories(files)) == {"ferry": ["a", "b"]}
    assert read_stories(files) == read_stories(files[::-1])
    assert outline(read_stories(files[:1])) == {"b": ["b"]}
    assert outline(read_stories([files[0], files[0]])) == {"b": ["b"]}


def test_a_folder_of_folders_is_many_stories(tmp_path: Path) -> None:
    for name in ("one/a.txt", "one/b.txt", "two/a.txt", "deep/three/a.txt", ".git/a.txt"):
        write(tmp_path / "all" / name)
    assert outline(read_stories([tmp_path / "all"])) == {"one": ["a", "b"], "two": ["a"], "three": ["a"]}


def test_articles_beside_folders_are_a_story_of_their_own(tmp_path: Path) -> None:
    for name in ("x.txt", "one/a.txt"):
        write(tmp_path / "all" / name)
    assert outline(read_stories([tmp_path / "all"])) == {"all": ["x"], "one": ["a"]}


def test_several_paths_in_any_order(tmp_path: Path) -> None:
    folders = [write(tmp_path / name / "a.txt").parent for name in ("one", "two")]
    single = write(tmp_path / "s.txt")
    assert outline(read_stories([*folders, single])) == {"s": ["s"], "one": ["a"], "two": ["a"]}
    assert read_stories([*folders, single]) == read_stories([single, *folders[::-1]])


def test_identifiers_tell_files_apart(tmp_path: Path) -> None:
    files = [write(tmp_path / name) for name in ("x/a.txt", "x/a.md", "y/a.txt", "y/b.txt")]
    assert outline(read_stories(files)) == {tmp_path.name: ["a.md", "x/a.txt", "y/a.txt", "b"]}


CHOSEN = ["j.json#2", "x", "x", "all/j.json#2", "j.json#3", "all/j.json#3", "{at}/j.json#2", "{at}/j.json#3", "", " "]


def test_identifiers_that_a_stranger_chose_are_told_apart(tmp_path: Path) -> None:
    folder = tmp_path / "all"
    chosen = [name.format(at=folder.as_posix()) for name in CHOSEN]
    write(folder / "j.json", json.dumps([{"id": id, "text": f"{i} died. {TEXT}"} for i, id in enumerate(chosen)]))
    write(folder / "good.txt")
    (story,) = read_stories([folder])
    ids = [article.id for article in story.articles]
    assert len(set(ids)) == 11 and all(ids) and ids[0] == "good"
    assert cross_check(story.articles, options=Options(cache=False)).articles
    assert f"{folder.as_posix()}/j.json#2-2" in ids


def test_what_is_known_of_an_article_has_the_length_of_a_name(tmp_path: Path) -> None:
    long = {field: field[0] * 90_000 for field in ("id", "title", "outlet", "author", "published")}
    write(tmp_path / "all" / "a.json", json.dumps([{**long, "text": TEXT}, {**long, "text": TEXT}]))
    write(tmp_path / "all" / "b.json", json.dumps({"id": "x" * 300, "text": TEXT}))
    write(tmp_path / "all" / "c.txt", f"---\ntitle: {'t' * 3_000}\npublished: {'1' * 3_000}\n---\n\n{TEXT}")
    (story,) = read_stories([tmp_path / "all"])
    first, second, third, fourth = story.articles
    assert (first.id, second.id, third.id, fourth.id) == ("a.json#1", "a.json#2", "x" * 200, "c")
    for article in (first, fourth):
        assert article.title == "t" * 1_000
    assert (first.outlet, len(first.text)) == ("o" * 1_000, len(second.text)) and len(first.text) < 6_000
    assert all(len(reason) < 1_100 for reason in reasons([story]).values()) and len(story.not_checked) == 3


def test_the_path_is_as_the_user_gave_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "ferry" / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert read_stories(["ferry/"])[0].articles[0].path == "ferry/a.txt"
    assert read_stories(["ferry/a.txt"])[0].articles[0].path == "ferry/a.txt"
    monkeypatch.chdir(tmp_path / "ferry")
    assert outline(read_stories(["."])) == {"ferry": ["a"]}


def test_read_articles_gathers_all(tmp_path: Path) -> None:
    for name in ("one/a.txt", "two/a.txt", "two/b.txt"):
        write(tmp_path / "all" / name)
    assert [article.id for article in read_articles([tmp_path / "all"])] == ["one/a.txt", "two/a.txt", "b"]


def test_the_text_is_that_of_the_file(tmp_path: Path) -> None:
    text = "---\r\ntitle: Ferry sinks\r\npublished: 2019-12-29\r\n---\r\n\r\n" + TEXT.replace("\n", "\r\n")
    article = read_stories([write(tmp_path / "a.txt", "\ufeff" + text)])[0].articles[0]
    assert article.text == text
    assert (article.title, article.published) == ("Ferry sinks", date(2019, 12, 29))
    assert [zone.kind for zone in article.zones] == ["furniture", "lead", "body"]
    assert prepare(article) == article


def test_bad_input_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "ferry"
    write(folder / "good.txt")
    write(folder / "binary.txt", b"\x00\x01\x02")
    write(folder / "empty.txt", "")
    write(folder / "blank.txt", " \n\n ")
    write(folder / "german.txt", GERMAN)
    write(folder / "list.json", "{}")
    write(folder / "page.HTML", "no page at all")
    write(folder / "page.txt", "<!DOCTYPE html><p></p>")
    write(folder / "page.mhtml", "MIME-Version: 1.0")
    write(folder / "west.txt", "Five people died at the café on Sunday.".encode("cp1252"))
    write(folder / "LICENSE", "Permission is hereby granted, free of charge, to any person obtaining a copy.")
    write(folder / "when.txt", f"---\ntitle: Ferry\npublished: soon\n---\n{TEXT}")
    (folder / "gone.txt").symlink_to(folder / "nothing")
    stories = read_stories([folder])
    assert outline(stories) == {"ferry": ["good", "west", "when"]}
    assert reasons(stories) == {
        "binary.txt": "a binary file, expected plain text",
        "empty.txt": "empty file, expected the text of an article",
        "blank.txt": "empty file, expected the text of an article",
        "german.txt": "written in German, expected English",
        "list.json": 'data with no text of an article, expected objects with a "text" and, where known, "title", "outlet", "published" and "id"',
        "page.HTML": "a web page without an article on it, expected the saved page of one article",
        "page.txt": "a web page without an article on it, expected the saved page of one article",
        "page.mhtml": "a web page with its pictures, expected plain text",
        "west.txt": "decoded as windows-1252, expected UTF-8",
        "LICENSE": "a licence, expected the text of an article",
        "when.txt": "published: 'soon' is no date, expected YYYY-MM-DD",
        "gone.txt": "cannot be read (No such file or directory), expected a file that may be read",
    }


def test_a_page_of_links_alone_is_told(tmp_path: Path) -> None:
    links = "1:37 Mayor opens ferry\n\n2:58 Ferry hits pier\n\n2:06 Crews leave the pier"
    write(tmp_path / "ferry" / "links.txt", f"---\ntitle: Ferry\n---\n\n{links}\n")
    write(tmp_path / "ferry" / "good.txt")
    (story,) = read_stories([tmp_path / "ferry"])
    assert [article.id for article in story.articles] == ["good", "links"]
    assert reasons([story]) == {"links.txt": "only links and other page furniture, expected the text of an article"}


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "ferry" / "a.txt")
    write(tmp_path / "ferry" / "b.txt")
    real = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    stories = read_stories([tmp_path / "ferry"])
    assert outline(stories) == {"ferry": ["a"]}
    assert reasons(stories) == {"b.txt": "cannot be read (Permission denied), expected a file that may be read"}


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "pipe")
    assert "not a regular file" in reasons(read_stories([tmp_path]))["pipe"]


def test_loops_of_links_end(tmp_path: Path) -> None:
    write(tmp_path / "all" / "one" / "a.txt")
    (tmp_path / "all" / "one" / "back").symlink_to(tmp_path / "all")
    (tmp_path / "all" / "again").symlink_to(tmp_path / "all" / "one")
    assert outline(read_stories([tmp_path / "all"])) == {"one": ["a"]}


def test_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "all" / "one" / "a.txt")
    write(tmp_path / "all" / "two" / "a.txt")
    real = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "two":
            raise PermissionError(13, "Permission denied")
        return iter(list(real(path)))

    monkeypatch.setattr(Path, "iterdir", refuse)
    stories = read_stories([tmp_path / "all"])
    assert outline(stories) == {"one": ["a"], "two": []}
    assert reasons(stories) == {"two": "cannot be entered (Permission denied), expected a folder that may be read"}


def test_a_link_to_itself(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "b.txt")
    assert "Too many levels" in reasons(read_stories([tmp_path]))["b.txt"]
    with pytest.raises(InputError, match=r"b\.txt: cannot be read"):
        read_stories([tmp_path / "b.txt"])


def test_a_folder_without_articles_among_others(tmp_path: Path) -> None:
    write(tmp_path / "all" / "one" / "a.txt")
    (tmp_path / "all" / "two").mkdir()
    stories = read_stories([tmp_path / "all"])
    assert outline(stories) == {"one": ["a"], "two": []}
    assert reasons(stories) == {"two": "empty folder, expected articles"}


@pytest.mark.parametrize("read", [read_stories, read_articles])
def test_nothing_to_read(tmp_path: Path, read: object) -> None:
    assert callable(read)
    with pytest.raises(InputError, match=r"gone: no such file or folder, expected articles to read$"):
        read([write(tmp_path / "a.txt"), tmp_path / "gone"])
    with pytest.raises(InputError, match=r"^https://example\.com/a: a web address, expected .*`verify get` fetches"):
        read(["https://example.com/a"])
    with pytest.raises(InputError, match=r"b\.txt: empty file, expected the text of an article$"):
        read([write(tmp_path / "b.txt", "")])
    (tmp_path / "bare").mkdir()
    with pytest.raises(InputError, match=r"bare: empty folder, expected articles$"):
        read([tmp_path / "bare"])
    write(tmp_path / "two" / "a.txt", "")
    write(tmp_path / "two" / "b.json", "{}")
    with pytest.raises(InputError, match=r"two: nothing to read, expected articles \(2 .*a\.txt: empty file.*\)$"):
        read([tmp_path / "two"])
    with pytest.raises(InputError, match=r"^no path: nothing to read"):
        read([])


def test_five_megabytes_are_no_article(tmp_path: Path) -> None:
    write(tmp_path / "big.txt", (TEXT * 53_000).encode("cp1252"))
    write(tmp_path / "small.txt", TEXT.encode("cp1252"))
    (story,) = read_stories([tmp_path])
    assert [a.id for a in story.articles] == ["small"]
    assert "expected an article of at most" in story.not_checked[0].reason


def test_what_systems_lay_beside_files_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Five people were hurt in a fire in Leeds on Monday, police said.\n")
    for name in ("desktop.ini", "Thumbs.db", "~$a.docx", ".DS_Store"):
        (tmp_path / name).write_text("[.ShellClassInfo]\n")
    (story,) = read_stories([tmp_path])
    assert len(story.articles) == 1 and not story.not_checked


def test_a_report_for_word_is_no_article(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    fire = "Five people were hurt in a fire in Leeds on Monday, police said.\n"
    (tmp_path / "a.txt").write_text(fire)
    (tmp_path / "b.docx").write_bytes(docx.render(cross_check([Article.from_text(id="a", text=fire)])))
    (story,) = read_stories([tmp_path])
    assert [article.id for article in story.articles] == ["a"]
    assert [entry.reason for entry in story.not_checked] == ["a report of verify, expected the articles"]
