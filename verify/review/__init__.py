"""What persons decided about findings: the file of decisions, and what is left of a report after them."""

from verify.review.entries import Entry, State
from verify.review.findings import Finding, findings
from verify.review.git import in_work_tree, keeps_both_sides
from verify.review.ledger import NAME, dump, load
from verify.review.reviewed import Reviewed, judge

__all__ = [
    "NAME",
    "Entry",
    "Finding",
    "Reviewed",
    "State",
    "dump",
    "findings",
    "in_work_tree",
    "judge",
    "keeps_both_sides",
    "load",
]
