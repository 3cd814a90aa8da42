"""The desk: a story in the browser, from what comes in to a decided review.

A server on 127.0.0.1 serves one page and what it asks for; a second process reads and compares, so that the page answers meanwhile and the
clock of processor time holds. The folder and its `review.toml` are the only state that lasts: two desks, or a desk and the command line, can
work on one story.
"""

from verify.desk.app import application
from verify.desk.means import Means
from verify.desk.session import Session

__all__ = ["Means", "Session", "application"]
