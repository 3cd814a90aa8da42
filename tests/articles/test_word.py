"""Word documents are read as their pages show them; what is left out is told."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path, PurePath

import pytest

from verify.articles.documents import read_word
from verify.articles.drafts import Draft
from verify.model import NotChecked

UP = "<w:vertAlign w:val='superscript'/>"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAIN = f'<Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/>'
TYPES = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
)


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, mark: str = "") -> str:
    return f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs><w:rPr>{mark}</w:rPr></w:pPr>{''.join(runs)}</w:p>"


def part(body: str, root: str = "document") -> str:
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{W}" xmlns:mc="{MC}">{body}</w:{root}>'


def document(body: str, **parts: str) -> bytes:
    """Return the bytes of a document; other parts are named by their file in `word/`."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{TYPES}</Types>')
        out.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{MAIN}</Relationships>')
        out.writestr("word/document.xml", part(f"<w:body>{body}</w:body>"))
        for name, content in parts.items():
            out.writestr(f"word/{name}.xml", content)
    return held.getvalue()


def read(data: bytes) -> Draft | NotChecked:
    (entry,) = read_word(PurePath("a.docx"), data)
    return entry


def box(text: str) -> str:
    """Return a box with a text, as a new reader shows it and again as an old one does."""
    inner = f"<w:txbxContent>{p(r(text))}</w:txbxContent>"
    return f"<w:r><mc:AlternateContent><mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r>"


CASES = {
    "an insertion and a deletion": (
        p(
            r("The blast hurt "),
            "<w:del><w:r><w:delText>five</w:delText></w:r></w:del>",
            f"<w:ins>{r('seventeen')}</w:ins>",
            r(" people."),
        ),
        ["The blast hurt seventeen people."],
    ),
    "words moved": (
        p(
            f"<w:moveFrom>{r('On Monday ')}</w:moveFrom>",
            r("the court met"),
            f"<w:moveTo>{r(' on Monday.')}</w:moveTo>",
        ),
        ["the court met on Monday."],
    ),
    "a paragraph's end taken out": (
        p(r("The bank cut "), mark="<w:del/>") + p(r("40 jobs.")) + p(r("Shares fell.")),
        ["The bank cut 40 jobs.", "Shares fell."],
    ),
    "a paragraph's end put in": (
        p(r("The bank cut jobs."), mark="<w:ins/>") + p(r("Shares fell.")),
        ["The bank cut jobs.", "Shares fell."],
    ),
    "a table": (
        p(r("Results:"))
        + "<w:tbl>"
        + "".join(
            f"<w:tr>{''.join(f'<w:tc>{p(r(cell))}</w:tc>' for cell in row)}</w:tr>"
            for row in (("Leeds", "3"), ("Hull", "1"))
        )
        + "</w:tbl>"
        + p(r("The cup went north.")),
        ["Results:", "Leeds", "3", "Hull", "1", "The cup went north."],
    ),
    "a content control around a paragraph and one in it": (
        f"<w:sdt><w:sdtContent>{p(r('The probe landed.'))}</w:sdtContent></w:sdt>"
        + p(r("It weighs "), f"<w:sdt><w:sdtContent>{r('90')}</w:sdtContent></w:sdt>", r(" kg.")),
        ["The probe landed.", "It weighs 90 kg."],
    ),
    "a link and a field": (
        p(
            r("The "),
            f"<w:hyperlink>{r('senate')}</w:hyperlink>",
            "<w:r><w:instrText>PAGE 3</w:instrText></w:r>",
            f"<w:fldSimple>{r(' voted')}</w:fldSimple>",
            r("."),
        ),
        ["The senate voted."],
    ),
    "a box": (
        p(r("The storm "), box("Winds of 90 mph."), r("passed.")) + p(r("Roads closed.")),
        ["The storm passed.", "Winds of 90 mph.", "Roads closed."],
    ),
    "a box on a paragraph whose end is taken out": (
        p(r("The storm "), box("Winds of 90 mph."), r("closed "), mark="<w:del/>")
        + p(r("nine roads."))
        + p(r("It passed.")),
        ["The storm closed nine roads.", "Winds of 90 mph.", "It passed."],
    ),
    "a box in hidden words": (
        p(
            f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>Nine </w:t>{box('Ten died.')[5:-6]}<w:t>Six </w:t></w:r>",
            r("Ships sailed."),
        ),
        ["Ships sailed."],
    ),
    "a choice without words": (
        p(
            r("The court met. "),
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice>"
            "<mc:Fallback><w:t>It fined nine banks.</w:t></mc:Fallback></mc:AlternateContent></w:r>",
        ),
        ["The court met. It fined nine banks."],
    ),
    "words in a shape": (
        p(r("The team "), "<w:r><w:pict><v:textpath xmlns:v='v' string='TEN GOALS'/></w:pict></w:r>", r("won.")),
        ["The team won.", "TEN GOALS"],
    ),
    "symbols": (
        p(
            r("It fell 5"),
            "<w:r><w:sym w:font='Arial' w:char='2013'/><w:sym w:font='Symbol' w:char='F0A3'/><w:sym w:char='D800'/><w:sym/></w:r>",
            r("30 percent."),
        ),
        ["It fell 5–\uf0a3\ufffd\ufffd30 percent."],
    ),
    "signs": (
        p(
            r("A"),
            "<w:r><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:noBreakHyphen/><w:t>D</w:t><w:br w:type='page'/></w:r>",
        ),
        ["A\tB\nC-D"],
    ),
    "hidden words": (
        p(r("Nine ", "<w:vanish/>"), r("Six ships sailed.", "<w:vanish w:val='0'/>"), r(" All came back.")),
        ["Six ships sailed. All came back."],
    ),
    "words struck out": (
        p(
            r("The court fined "),
            r("six ", "<w:strike/>"),
            r("seven ", "<w:dstrike/>"),
            r("nine banks.", "<w:strike w:val='0'/>"),
        ),
        ["The court fined nine banks."],
    ),
    "the mark of a note behind a number and a word": (
        p(r("The blast hurt 50"), r("1", UP), r(" people"), r("2", UP), r(" in Hull.")),
        ["The blast hurt 50 people in Hull."],
    ),
    "powers, a fraction, an ordinal": (
        p(
            r("It lost 10"),
            r("6", UP),
            r(" litres over 9 km"),
            r("2", UP),
            r(" in 1"),
            r("1", UP),
            r("/2 days on the 3"),
            r("rd", UP),
            r("."),
        ),
        ["It lost 10⁶ litres over 9 km² in 1 1/2 days on the 3rd."],
    ),
    "how it was set before": (
        p("<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>The army left.</w:t></w:r>"),
        ["The army left."],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_text_is_that_of_the_page(name: str) -> None:
    body, paragraphs = CASES[name]
    entry = read(document(body))
    assert isinstance(entry, Draft) and entry.text == "\n\n".join(paragraphs) + "\n" and entry.note is None


def test_the_notes_that_a_page_has() -> None:
    body = p(r("Crude rose."), '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(r("Gold fell."))
    notes = "".join(
        f'<w:footnote w:id="{i}">{p(r(text))}</w:footnote>' for i, text in ((1, "Old."), (2, "By 4 percent."))
    )
    entry = read(document(body, footnotes=part(notes, "footnotes")))
    assert isinstance(entry, Draft) and entry.text == "Crude rose.\n\nGold fell.\n\nBy 4 percent.\n"


@pytest.mark.parametrize(
    ("parts", "note"),
    [
        ({"footer1": part(p(r("Correction: 12 were hurt.")), "ftr")}, "footers in the document are not read"),
        (
            {
                "header2": part(p(r("Not before nine o'clock")), "hdr"),
                "comments": part(p(r("Is this so?")), "comments"),
            },
            "comments, headers in",
        ),
        ({"footer1": part(p(r("Page 1 of 9")), "ftr")}, None),
        ({"header1": part(p(r("")), "hdr")}, None),
    ],
)
def test_what_is_not_read_is_told(parts: dict[str, str], note: str | None) -> None:
    entry = read(document(p(r("The train left.")), **parts))
    assert isinstance(entry, Draft) and entry.text == "The train left.\n"
    assert (entry.note or "").startswith(note or "") and bool(entry.note) == bool(note)


def test_a_document_in_another_is_told() -> None:
    entry = read(document(p(r("The train left.")) + "<w:altChunk/>"))
    assert isinstance(entry, Draft) and (entry.note or "").startswith("embedded documents in the document")


def test_the_main_part_is_that_which_the_document_names() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as out:
        out.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Type="{OFFICE}" Target="/word/document2.xml"/></Relationships>',
        )
        out.writestr("word/document2.xml", part(p(r("The pier burned."))))
    entry = read(held.getvalue())
    assert isinstance(entry, Draft) and entry.text == "The pier burned.\n"


def renamed(data: bytes, main: str, relations: str, **parts: str) -> bytes:
    """Return a document whose main part has another name and names its parts."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(held, "w") as out:
        folder, _, file = main.rpartition("/")
        root = f'<Relationship Type="{OFFICE}" Target="{main}"/>'
        out.writestr("_rels/.rels", f"<Relationships>{root}</Relationships>")
        out.writestr(main, old.read("word/document.xml"))
        if relations:
            out.writestr(f"{folder}/_rels/{file}.rels", f"<Relationships>{relations}</Relationships>")
        for name, content in parts.items():
            out.writestr(f"{folder}/{name}.xml", content)
    return held.getvalue()


def relation(kind: str, target: str) -> str:
    return f'<Relationship Type="{OFFICE.rpartition("/")[0]}/{kind}" Target="{target}"/>'


@pytest.mark.parametrize(
    ("main", "relations", "note", "header"),
    [
        ("word/document2.xml", relation("footnotes", "footnotes2.xml"), "footnotes2", "header2"),
        ("word/document2.xml", "", "footnotes2", "header2"),
        ("word/document.xml", "", "Footnotes", "Header1"),
        ("text/a.xml", relation("footnotes", "B.xml") + relation("header", "/Text/c.xml"), "b", "c"),
    ],
    ids=["named and by name", "by name", "in capitals", "named"],
)
def test_parts_are_those_that_the_main_part_names(main: str, relations: str, note: str, header: str) -> None:
    body = p(r("Crude rose."), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    notes = part(f'<w:footnote w:id="2">{p(r("By 4 percent."))}</w:footnote>', "footnotes")
    parts = {note: notes, header: part(p(r("Not before nine o'clock")), "hdr")}
    entry = read(renamed(document(body), main, relations, **parts))
    assert isinstance(entry, Draft) and entry.text == "Crude rose.\n\nBy 4 percent.\n"
    assert (entry.note or "").startswith("headers in")


def test_a_document_needs_no_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    assert isinstance(read(document(p(r("The pier burned.")))), Draft)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<w:p/>" * 500_001, "a Word document with more than 500,000 elements in it, expected an article"),
        (p(r("a" * 1_000_001)), "a Word document with more than 1,000,000 characters in it, expected an article"),
        ("<w:p>", "a Word document that cannot be read (ExpatError)"),
        (p(), "a Word document without text"),
    ],
)
def test_what_is_no_article(body: str, reason: str) -> None:
    entry = read(document(body))
    assert isinstance(entry, NotChecked) and entry.reason.startswith(reason)


def test_a_document_type_is_refused() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as out:
        entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
        out.writestr("word/document.xml", f'<!DOCTYPE d [<!ENTITY a0 "ha">{entities}]><d>&a11;</d>')
    entry = read(held.getvalue())
    assert isinstance(entry, NotChecked) and "entities of its own" in entry.reason
