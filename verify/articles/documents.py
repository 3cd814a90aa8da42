"""PDF and Word documents → the text in them; the extra `documents` brings what reads them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from verify.articles.drafts import Draft, Drafts, named, refused
from verify.articles.logs import silence
from verify.articles.source import MOST_BYTES


def read_pdf(place: PurePath, data: bytes) -> Drafts:
    """Yield the text of a PDF document, its pages one after the other."""
    return _read(place, data, "a PDF document", _pages)


def read_word(place: PurePath, data: bytes) -> Drafts:
    """Yield the text of a Word document, a paragraph to a line."""
    return _read(place, data, "a Word document", _paragraphs)


def _read(place: PurePath, data: bytes, kind: str, extract: Callable[[bytes], str]) -> Drafts:
    try:
        text = extract(data)
    except ImportError:
        yield refused(place, f"{kind}, expected the extra that reads it: pip install 'verify[documents]'")
    except Exception as error:  # what these libraries raise on a damaged file is not documented
        yield refused(
            place, f"{kind} that cannot be read ({type(error).__name__}), expected a sound one without a password"
        )
    else:
        if text.strip():
            yield Draft(place=place.as_posix(), text=text, name=named(place))
        else:
            yield refused(place, f"{kind} without text, expected words and not pictures of them")


def _pages(data: bytes) -> str:
    from pypdf import PdfReader

    silence("pypdf")
    pages = (page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    return "\n\n".join(page.strip() for page in pages) + "\n"


def _paragraphs(data: bytes) -> str:
    from docx import Document

    with ZipFile(BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > MOST_BYTES:
            raise BadZipFile
    return "\n\n".join(p.text for p in Document(BytesIO(data)).paragraphs if p.text.strip()) + "\n"
