"""A Word document → the text that its pages show, read element by element and never as a whole tree."""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain, groupby
from operator import itemgetter
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from verify.articles.raised import raised
from verify.articles.source import MOST_BYTES

MOST_ELEMENTS, MOST_SIGNS = 500_000, 1_000_000
"""Of one part; reckoned: 13,000 words, each a run of its own, changed and set in another type, at twelve elements are a third of them."""
_CHUNK = 1 << 16
_LONGEST_TAG, _LONGEST_NAME, _MOST_NAMES = 1 << 20, 1_000, 10_000
"""Bytes of one tag, characters of a name, names that differ; all of Word's own are some 5,000 of at most 60 characters."""
_MAIN = "word/document.xml"
_NOTES = ("footnote", "endnote")
_TAKEN_OUT = frozenset(("del", "moveFrom"))
_MARKS = frozenset(("rPr", "trPr", "tblPr"))
"""In these, "taken out" is said of a paragraph's end or of a row, and holds nothing."""
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "br": "\n", "noBreakHyphen": "-"}
_HIDDEN = frozenset(("vanish", "strike", "dstrike"))
_OFF = frozenset(("0", "false", "off"))
_LEFT_OUT = ("headers", "footers", "comments", "diagrams", "charts")
_RELATIONS = {"diagramData": "diagrams"}
_NAMED = re.compile(
    r"word/(?:(headers?|footers?|comments?)\w*|(footnotes|endnotes)\d*|(diagrams)/data\w*|(charts)/chart\w*)\.xml"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW_WORDS = 2
"""A header or footer of no more numbers its pages ("Page 2 of 3")."""


class NoArticleError(Exception):
    """A document that nobody wrote for readers; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The text of a document, and what a reader must know of it."""

    text: str
    note: str | None = None


def shown(data: bytes) -> Shown:
    """Return the text of a Word document as its pages show it: with the changes made, tables row by row, notes at the end.

    Raises NoArticleError where it is more than an article, and what a damaged archive or XML raises.
    """
    with ZipFile(BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > MOST_BYTES:
            raise BadZipFile
        names = {name.lower(): name for name in archive.namelist()}
        main = _related(archive, names, "").get("officeDocument", [_MAIN])[0]
        main = names.get(main.lower(), main)
        parts = _parts(archive, names, main)
        body = _parsed(archive, main)
        found = list(body.paragraphs)
        for kind in _NOTES:
            for part in parts[f"{kind}s"] if body.notes[kind] else ():
                found += _parsed(archive, part, only=frozenset(body.notes[kind])).paragraphs
        left_out = {kind for kind in _LEFT_OUT if any(_says(archive, part) for part in parts[kind])}
    told = ", ".join(sorted(left_out | body.embedded))
    note = f"{told} in the document are not read, expected the article in its pages" if told else None
    return Shown(text="\n\n".join(p for p in found if p.strip()) + "\n", note=note)


def _related(archive: ZipFile, names: Mapping[str, str], part: str) -> dict[str, list[str]]:
    """Return the parts that a part of a document names, by what they are to it; those of the document itself for ""."""
    folder, _, file = part.rpartition("/")
    rels = names.get(posixpath.join(folder, "_rels", f"{file}.rels").lower())
    related = _parsed(archive, rels).related if rels else []
    out: dict[str, list[str]] = {}
    for kind, target in related:
        # An address that begins with a slash is that of the whole, another that beside the part which names it.
        out.setdefault(kind, []).append(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
    return out


def _parts(archive: ZipFile, names: Mapping[str, str], main: str) -> dict[str, set[str]]:
    """Return the other parts by their kinds: those which the main part names, and those with the names that Word gives."""
    parts: dict[str, set[str]] = {kind: set() for kind in (*_LEFT_OUT, *(f"{kind}s" for kind in _NOTES))}
    for relation, targets in _related(archive, names, main).items():
        kind = f"{_RELATIONS.get(relation, relation).removesuffix('s')}s"
        if kind in parts:
            parts[kind] |= {names[target.lower()] for target in targets if target.lower() in names}
    for name in names:
        if m := _NAMED.fullmatch(name):
            kind = f"{m[m.lastindex or 0].removesuffix('s')}s"
            # A list of notes that the main part does not name is read where it names none.
            if kind in _LEFT_OUT or not parts[kind]:
                parts[kind].add(names[name])
    return parts


def _says(archive: ZipFile, part: str) -> bool:
    """Return whether a part that is not read says something."""
    return len(_WORD.findall(" ".join(_parsed(archive, part).paragraphs))) > _FEW_WORDS


def _parsed(archive: ZipFile, name: str, *, only: frozenset[str] | None = None) -> _Part:
    part = _Part(only=only)
    # Without namespaces: with them each name that differs is kept together with the address of its namespace.
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler = part.start, part.end
    parser.CharacterDataHandler = part.say
    with archive.open(name) as file:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk)
            if file.tell() - parser.CurrentByteIndex > _LONGEST_TAG:
                raise NoArticleError(f"more than {_LONGEST_TAG:,} bytes in one tag, expected an article")
        parser.Parse(b"", True)
    part.close()
    return part


def _refuse(*_: object) -> None:
    raise NoArticleError("entities of its own in it, expected an article")


@dataclass(slots=True, kw_only=True)
class _Text:
    """The paragraphs of a page, or of a box on it; those of boxes wait for the end of the paragraph that they hang on."""

    paragraphs: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    raised: bool = False
    hidden: bool = False
    joined: bool = False

    def add(self, text: str) -> None:
        """Take a piece of a line, raised or not."""
        self.pieces.append((text, self.raised))

    def close(self) -> None:
        """End a paragraph."""
        self.paragraphs += [self._line(), *self.waiting]
        self.pieces, self.waiting = [], []

    def _line(self) -> str:
        parts = [(up, "".join(text for text, _ in some)) for up, some in groupby(self.pieces, key=itemgetter(1))]
        before, line = "", []
        for i, (up, text) in enumerate(parts):
            after = parts[i + 1][1] if i + 1 < len(parts) else ""
            line.append(raised(text, before=before, after=after) if up and _DIGIT.search(text) else text)
            before = text
        return "".join(line)


@dataclass(slots=True, kw_only=True)
class _Part:
    """What is read of a part so far; `only` has the identifiers of the notes that are read, where it is a list of notes."""

    only: frozenset[str] | None = None
    related: list[tuple[str, str]] = field(default_factory=list)
    notes: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in _NOTES})
    embedded: set[str] = field(default_factory=set)
    texts: list[_Text] = field(default_factory=lambda: [_Text()])
    path: list[str] = field(default_factory=lambda: [""])
    names: set[str] = field(default_factory=set)
    elements: int = 0
    signs: int = 0
    unseen: int = 0
    choices: list[int] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs in the order of the page."""
        return self.texts[0].paragraphs

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise NoArticleError(f"more than {MOST_ELEMENTS:,} elements in it, expected an article")
        self._count_names((name,), attributes)
        name, parent = _local(name), self.path[-1]
        self.path.append(name)
        known = {_local(key): value for key, value in attributes.items() if not key.startswith("xmlns")}
        if self.unseen or self._is_unseen(name, parent, known):
            self.unseen += 1
        elif name == "AlternateContent":
            self.choices.append(self.signs)
        elif name == "txbxContent":
            self.texts.append(_Text())
        elif parent == "r" and name == "sym":
            self._add(_character(known.get("char", "")))
        elif name == "textpath":
            self._hang(known.get("string", ""))
        elif parent == "r" and name in _SIGNS and known.get("type", "textWrapping") == "textWrapping":
            self._add(_SIGNS[name])
        else:
            self._note(name, parent, known)

    def _count_names(self, *names: Iterable[str]) -> None:
        for name in chain(*names):
            if len(name) > _LONGEST_NAME:
                raise NoArticleError(f"a name of {len(name):,} characters in it, expected an article")
            self.names.add(name)
        if len(self.names) > _MOST_NAMES:
            raise NoArticleError(f"more than {_MOST_NAMES:,} names in it, expected an article")

    def _is_unseen(self, name: str, parent: str, known: Mapping[str, str]) -> bool:
        """Return whether a page shows nothing of an element: taken out, set before, put another way, a note that nothing refers to."""
        if self.only is not None and name in _NOTES:
            return known.get("id") not in self.only
        if name == "Fallback" and self.choices:
            return self.signs > self.choices[-1]
        if name == "txbxContent" and self.texts[-1].hidden:
            return True
        return name.endswith("PrChange") or (name in _TAKEN_OUT and parent not in _MARKS)

    def _note(self, name: str, parent: str, known: Mapping[str, str]) -> None:
        if name == "r":
            self.texts[-1].hidden = self.texts[-1].raised = False
        elif name in _HIDDEN and self.path[-3:-1] == ["r", "rPr"]:
            self.texts[-1].hidden |= known.get("val") not in _OFF
        elif name == "vertAlign" and self.path[-3:-1] == ["r", "rPr"]:
            self.texts[-1].raised = known.get("val") == "superscript"
        elif name in _TAKEN_OUT and self.path[-3:-1] == ["pPr", "rPr"]:
            self.texts[-1].joined = True
        elif name in {"footnoteReference", "endnoteReference"}:
            self.notes[name.removesuffix("Reference")].add(known.get("id", ""))
        elif name in {"altChunk", "subDoc"}:
            self.embedded.add("embedded documents")
        elif name == "Relationship" and known.get("TargetMode") != "External":
            self.related.append((known.get("Type", "").rpartition("/")[2], known.get("Target", "")))

    def say(self, text: str) -> None:
        """Take text, which is shown where it is that of a run."""
        if self.path[-1] == "t" and not self.unseen:
            self._add(text)

    def _add(self, text: str) -> None:
        if not self.texts[-1].hidden:
            self._count(text)
            self.texts[-1].add(text)

    def _hang(self, text: str) -> None:
        """Take words in a shape, a paragraph of their own as those of a box."""
        if not self.texts[-1].hidden:
            self._count(text)
            self.texts[-1].waiting.append(text)

    def _count(self, text: str) -> None:
        self.signs += len(text)
        if self.signs > MOST_SIGNS:
            raise NoArticleError(f"more than {MOST_SIGNS:,} characters in it, expected an article")

    def end(self, name: str) -> None:
        """Take the end of an element."""
        name = self.path.pop()
        if self.unseen:
            self.unseen -= 1
        elif name == "AlternateContent":
            self.choices.pop()
        elif name == "p" and self.texts[-1].joined:
            self.texts[-1].joined = False
        elif name in {"p", "tc"}:
            self.texts[-1].close()
        elif name == "txbxContent":
            box = self.texts.pop()
            box.close()
            self.texts[-1].waiting += box.paragraphs

    def close(self) -> None:
        """Take the end of the part, where a paragraph may still be open."""
        self.texts[0].close()


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _character(code: str) -> str:
    """Return the character of a symbol, U+FFFD for one that is none; that of a font for signs has a private one."""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,6}", code):
        return "\ufffd"
    number = int(code, 16)
    return (
        chr(number)
        if (number <= sys.maxunicode and chr(number).isprintable()) or 0xE000 <= number <= 0xF8FF
        else "\ufffd"
    )
