"""Look for a caption that gives another number than the article, or a person by another given name.

Captions are written by others, earlier, and travel from story to story. A number in a caption is held against the same count in headline,
lead, body and the other captions; a person in a caption against one of the article with the same surname and another given name.

Flags: caption "Six people were hurt in the crash on Oak Street.", body "The crash on Oak Street hurt five people."
Silent: caption "Six people were hurt in the crash.", body "Five people were hurt in the fire." (another event)
Silent: caption "Photo: Ann Lee", body "Bob Stone said he saw it." (an omission)

It cannot see a caption of another event that shares no number and no name with the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.checks.base import Check, Subject
from verify.checks.namesakes import half_named
from verify.checks.twice import pairs_in, question
from verify.model import Flag


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each number and name of a caption that the article gives otherwise."""
    for pair in pairs_in(subject, "caption"):
        yield question(pair, check="caption-mismatch", subject=subject, severity="medium")
    yield from half_named(subject, zone="caption", check="caption-mismatch")


CHECK = Check(name="caption-mismatch", run=run, doc=__doc__)
