"""PDF and Word documents → the text in them; the extra `documents` brings what reads PDF."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from verify.articles.drafts import OWN, Draft, Drafts, named, refused
from verify.articles.logs import silence
from verify.articles.word import NoArticleError, Shown, shown

_AUTHOR, _MOST_KNOWN = b"<dc:creator>verify</dc:creator>", 10_000
"""How a Word document of our own says whose it is (`report/docx.py`), and bytes in which it does."""


def read_pdf(place: PurePath, data: bytes) -> Drafts:
    """Yield the text of a PDF document, its pages one after the other."""
    return _read(place, data, "a PDF document", _pages)


def read_word(place: PurePath, data: bytes) -> Drafts:
    """Yield the text that the pages of a Word document show, a paragraph to a line, and tell of what is not read."""
    if _is_report(data):
        yield refused(place, OWN)
    else:
        yield from _read(place, data, "a Word document", shown)


def _is_report(data: bytes) -> bool:
    """Return whether a Word document is one of our own: the articles in it would bear themselves out."""
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open("docProps/core.xml") as file:
            return _AUTHOR in file.read(_MOST_KNOWN)
    except (BadZipFile, OSError, ValueError, RuntimeError, EOFError, KeyError, zlib.error):
        return False


def _read(place: PurePath, data: bytes, kind: str, extract: Callable[[bytes], Shown]) -> Drafts:
    try:
        found = extract(data)
    except ImportError:
        yield refused(place, f"{kind}, expected the extra that reads it: pip install 'verify[documents]'")
    except NoArticleError as error:
        yield refused(place, f"{kind} with {error}")
    except Exception as error:  # what these libraries raise on a damaged file is not documented
        yield refused(
            place, f"{kind} that cannot be read ({type(error).__name__}), expected a sound one without a password"
        )
    else:
        if found.text.strip():
            yield Draft(place=place.as_posix(), text=found.text, name=named(place), note=found.note)
        else:
            yield refused(place, f"{kind} without text, expected words and not pictures of them")


def _pages(data: bytes) -> Shown:
    from pypdf import PdfReader

    silence("pypdf")
    pages = (page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    return Shown(text="\n\n".join(page.strip() for page in pages) + "\n")
