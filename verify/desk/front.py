"""What is known of an article, written into the front matter of its text."""

from __future__ import annotations

import re

from verify.articles.frontmatter import front_matter

_ALSO = {"published": ("date",), "outlet": ("source", "publication")}
"""Other names that a line can have; one that is set takes the place of these."""


def stated(text: str, **known: str) -> str:
    """Return a text whose front matter states what is known by name; what is empty is taken out of it, all else stays."""
    end = front_matter(text).end
    inside = text[:end].strip().removeprefix("---").removesuffix("---").strip("\n").splitlines() if end else []
    names = {name for key in known for name in (key, *_ALSO.get(key, ()))}
    kept = [line for line in inside if line.partition(":")[0].strip().lower() not in names]
    new = [f"{key}: {' '.join(value.split())}" for key, value in known.items() if value.strip()]
    front = "".join(f"{line}\n" for line in (*new, *kept))
    body = re.sub(r"\A\s*\n", "", text[end:])
    return f"---\n{front}---\n\n{body}" if front else body
