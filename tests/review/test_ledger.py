"""The file of decisions: what is written comes back, what is broken is told, and two persons' files merge in git."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.errors import InputError
from verify.review import Entry, dump, keeps_both_sides, load

WORDS = st.text(min_size=1).filter(lambda text: text.encode("utf-8", "ignore").decode() == text)
ENTRIES = st.builds(
    Entry,
    about=st.text(st.characters(exclude_categories=["Cs"])),
    articles=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=3).map(tuple),
    decision=st.sampled_from(["open", "accepted", "dismissed"]),
    who=WORDS,
    when=WORDS,
    reason=st.none() | WORDS,
    note=st.none() | WORDS,
)
KEYS = st.from_regex(r"(flag|conflict|update)-[0-9a-f]{10}", fullmatch=True)


def entry(note: str | None = None) -> Entry:
    return Entry(
        about="passengers hurt: 9 / 11",
        articles=("beacon", "courier"),
        decision="dismissed",
        who="Ann",
        when="2031-05-07T10:00:00+00:00",
        reason="one counts the crew",
        note=note,
    )


@given(st.dictionaries(KEYS, ENTRIES, max_size=4))
def test_what_is_written_comes_back(entries: dict[str, Entry]) -> None:
    text = dump(entries)
    assert load(text) == entries
    assert text.encode("utf-8").decode("utf-8").count("\r") == 0
    assert dump(dict(reversed(entries.items()))) == text


def test_half_a_character_is_replaced() -> None:
    assert load(dump({"flag-1": entry(note="a\ud800b")}))["flag-1"].note == "a\ufffdb"


def test_no_file_is_no_decision() -> None:
    assert load("") == load(dump({})) == {}


BROKEN = [
    ("flag-1.decision = ", "Invalid value"),
    ("<<<<<<< HEAD", "Invalid statement"),
    ('flag-1.decision = "open"\nflag-1.decision = "accepted" "', "each once"),
    ("flag-1 = 3", "is no decision"),
    ('flag-1.decision = "maybe"', "expected open, accepted, dismissed or fixed"),
    ('flag-1.about = "x"', "expected open, accepted, dismissed or fixed"),
    ('flag-1.decision = "open"\nflag-1.wo = "x"', "flag-1.wo: no such field"),
    ('flag-1.decision = "open"\nflag-1.note = 3', "flag-1.note: 3 is no text"),
    ('flag-1.decision = "open"\nflag-1.articles = "a"', "is no list of articles"),
    ('"a b".decision = "open"', "no key of a finding"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_file_is_told_in_a_line(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        load(text)
    assert "\n" not in str(caught.value) and "expected" in str(caught.value)


def git(folder: Path, *args: str) -> str:
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *identity, *args], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("", "a", "b"),
        ("", "ace", "bdf"),
        ("am", "b", "c"),
        ("m", "abc", "xyz"),
        ("adgj", "bcehi", "fklm"),
    ],
)
def test_decisions_of_two_persons_merge_in_git(tmp_path: Path, base: str, ours: str, theirs: str) -> None:
    file = tmp_path / "review.toml"

    def commit(keys: str, message: str) -> None:
        file.write_text(dump({f"flag-{key}": entry() for key in keys}), encoding="utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-q", "--allow-empty", "-m", message)

    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / ".gitattributes").write_text(keeps_both_sides(""))
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "articles")
    if base:
        commit(base, "base")
    git(tmp_path, "switch", "-q", "-c", "theirs")
    commit(base + theirs, "theirs")
    git(tmp_path, "switch", "-q", "main")
    commit(base + ours, "ours")
    git(tmp_path, "merge", "-q", "theirs", "-m", "both")
    assert load(file.read_text(encoding="utf-8")) == {f"flag-{key}": entry() for key in base + ours + theirs}


def test_decisions_in_different_places_merge_without_the_rule(tmp_path: Path) -> None:
    file = tmp_path / "review.toml"
    git(tmp_path, "init", "-q", "-b", "main")
    for branch, notes in (("main", {}), ("theirs", {"a": "first"}), ("main", {"d": "last"})):
        if notes:
            git(tmp_path, "switch", "-q", *(("-c",) if branch == "theirs" else ()), branch)
        file.write_text(dump({f"flag-{key}": entry(notes.get(key)) for key in "abcd"}), encoding="utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-q", "-m", branch)
    git(tmp_path, "merge", "-q", "theirs", "-m", "both")
    merged = load(file.read_text(encoding="utf-8"))
    assert (merged["flag-a"].note, merged["flag-d"].note) == ("first", "last")


def test_the_rule_for_git_is_written_once() -> None:
    once = keeps_both_sides("*.txt text")
    assert once == "*.txt text\nreview.toml merge=union\n" == keeps_both_sides(once)
    assert keeps_both_sides("review.toml -merge\n") == "review.toml -merge\n"


MINE = entry(note="asked the ministry")
THEIRS = Entry(
    about=MINE.about,
    articles=MINE.articles,
    decision="accepted",
    who="Bob",
    when="2031-05-08T10:00:00+00:00",
    note="both counts are wrong",
)


@pytest.mark.parametrize(
    "base", [{}, {"flag-m": entry()}, {"flag-a": replace(THEIRS, when="2031-05-01T00:00:00+00:00")}]
)
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (MINE, THEIRS),
        (THEIRS, MINE),
        (MINE, replace(MINE, decision="accepted", reason=None, when="2031-05-08T10:00:00+00:00")),
        (replace(MINE, reason=None), replace(THEIRS, who="Ann", note=None)),
        (replace(MINE, note=None), replace(THEIRS, note=None)),
        (MINE, replace(MINE, decision="open", reason=None, note="call again", when="2031-06-01T00:00:00+00:00")),
    ],
)
def test_two_decisions_on_one_finding_merge_in_git(
    base: dict[str, Entry], ours: Entry, theirs: Entry, tmp_path: Path
) -> None:
    file = tmp_path / "review.toml"

    def commit(entries: dict[str, Entry], message: str) -> None:
        file.write_text(dump(entries), encoding="utf-8")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-q", "--allow-empty", "-m", message)

    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / ".gitattributes").write_text(keeps_both_sides(""))
    commit(base, "base")
    git(tmp_path, "switch", "-q", "-c", "theirs")
    commit({**base, "flag-a": theirs}, "theirs")
    git(tmp_path, "switch", "-q", "main")
    commit({**base, "flag-a": ours}, "ours")
    git(tmp_path, "merge", "-q", "theirs", "-m", "both")
    merged = load(file.read_text(encoding="utf-8"))
    other, last = sorted((ours, theirs), key=lambda one: (one.decision != "open", one.when))
    found = merged["flag-a"]
    assert (found.decision, found.who, found.when, found.reason) == (last.decision, last.who, last.when, last.reason)
    for kept in filter(None, (last.note, other.note, other.reason)):
        assert kept in (found.note or "") + (found.reason or "")
    assert set(merged) == {*base, "flag-a"} and load(dump(merged)) == merged
