"""Amounts of one measure: whose they are, of which period, and whether they are told as a level, a change or a forecast."""

from verify.align.figures.basis import Basis, bases, basis_of
from verify.align.figures.levels import levels, of_two, told_apart

__all__ = ["Basis", "bases", "basis_of", "levels", "of_two", "told_apart"]
