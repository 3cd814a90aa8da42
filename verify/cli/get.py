"""`verify get`: pages from the web into the folder of a story; the one command that fetches anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.app import EPILOG, app
from verify.cli.console import echo, notice
from verify.cli.writing import create, write
from verify.errors import VerifyError

if TYPE_CHECKING:
    from verify.desk.folder import Folder
    from verify.fetch import Page, Web


@app.command(epilog=EPILOG)
def get(
    urls: Annotated[list[str], typer.Argument(metavar="URL", help="Addresses of articles, or of a feed (RSS, Atom).")],
    into: Annotated[Path, typer.Option("--into", metavar="FOLDER", help="The folder of the story.")] = Path("story"),
    timeout: Annotated[
        float,
        typer.Option(
            "--timeout",
            metavar="SECONDS",
            min=1,
            max=600,
            help="For each page, without the pauses that its host asks for.",
        ),
    ] = 30.0,
) -> None:
    """Fetch articles from the web into a folder, as text with the page kept beside. Example: verify get https://example.com/a --into story."""
    from verify.desk.folder import Folder
    from verify.fetch import UnobtainableError, Web, checked

    addresses = list(dict.fromkeys(map(checked, urls)))
    folder, web, kept = Folder(path=into, write=write, create=create), Web(timeout=timeout), 0
    for address in addresses:
        try:
            for page in _pages(web, address):
                kept += _kept(folder, page)
        except UnobtainableError as error:
            notice(f"verify: {error}")
    if not kept:
        raise typer.Exit(2)


def _pages(web: Web, address: str) -> Iterator[Page]:
    """Yield the page at an address, or those that the feed there links to."""
    from verify.fetch import linked

    page = web.page(address)
    links = linked(page)
    if links is None:
        yield page
        return
    for link in links:
        try:
            yield web.page(link, of=page.address)
        except VerifyError as error:
            notice(f"verify: {error}")


def _kept(folder: Folder, page: Page) -> int:
    """Keep a page and the text of the article on it; return how many articles that are, and say why there is none."""
    from verify.fetch import named
    from verify.report.inert import one_line

    known = {"url": page.address, "fetched": datetime.now(UTC).date().isoformat()}
    added, problems = folder.drop(f"{named(page.address)}.html", page.data, **known)
    for name in added:
        echo(one_line(f"{folder.path / name}  {page.address}"))
    _tell(page.address, problems)
    return len(added)


def _tell(address: str, problems: Sequence[str]) -> None:
    for problem in problems:
        reason = problem.partition(": ")[2] or problem
        notice(
            f"verify: {address}: {reason} (a list of articles, a page that asks for consent, or one that a script fills?)"
        )
