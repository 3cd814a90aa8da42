"""Which claims speak of the same fact: candidates, comparison by weighted levels, clusters, sums of parts."""

from verify.align.clusters import cluster
from verify.align.describe import describe
from verify.align.described import Described
from verify.align.duplicates import Duplicates, find_duplicates
from verify.align.links import Comparison, compare_all
from verify.align.setting import Setting
from verify.align.story import Story, lay_out
from verify.align.sums import Sum, find_sums

__all__ = [
    "Comparison",
    "Described",
    "Duplicates",
    "Setting",
    "Story",
    "Sum",
    "cluster",
    "compare_all",
    "describe",
    "find_duplicates",
    "find_sums",
    "lay_out",
]
