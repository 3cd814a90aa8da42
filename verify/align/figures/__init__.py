"""Amounts of one measure: whose they are, of which period, and whether they are told as a level, a change or a forecast."""

from verify.align.figures.basis import Basis, bases, basis_of
from verify.align.figures.levels import APART, levels, of_two, told_apart

__all__ = ["APART", "Basis", "bases", "basis_of", "levels", "of_two", "told_apart"]
