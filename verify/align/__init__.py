"""Which claims speak of the same fact: candidates, comparison by weighted levels, clusters, sums of parts."""

from verify.align.clusters import cluster
from verify.align.contrasts import Contrast, find_contrasts, settled, texts_of
from verify.align.described import Described, describe
from verify.align.echoes import Echoes, find_echoes
from verify.align.links import Comparison, compare_all
from verify.align.shares import find_shares
from verify.align.sums import Sum, find_sums

__all__ = [
    "Comparison",
    "Contrast",
    "Described",
    "Echoes",
    "Sum",
    "cluster",
    "compare_all",
    "describe",
    "find_contrasts",
    "find_echoes",
    "find_shares",
    "find_sums",
    "settled",
    "texts_of",
]
