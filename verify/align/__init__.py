"""Which claims speak of the same fact: candidates, comparison by weighted levels, clusters, sums of parts."""

from verify.align.clusters import cluster
from verify.align.described import Described, describe
from verify.align.links import Comparison, compare_all
from verify.align.retyped import Retyped, find_retyped
from verify.align.sums import Sum, find_sums

__all__ = [
    "Comparison",
    "Described",
    "Retyped",
    "Sum",
    "cluster",
    "compare_all",
    "describe",
    "find_retyped",
    "find_sums",
]
