"""Slips planted in the text of real articles by edits that know nothing of the checks that should find them."""

from planting import copies, names, numbers, times
from planting.slip import Planter, Slip

PLANTERS: dict[str, Planter] = {**names.PLANTERS, **numbers.PLANTERS, **times.PLANTERS, **copies.PLANTERS}
"""One planter for each check: text and chance → a slip, None where the text does not allow one."""

__all__ = ["PLANTERS", "Planter", "Slip"]
