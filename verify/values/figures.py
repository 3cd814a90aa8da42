"""Numbers as written in figures: how precise they are, and how far "about" lets them stray."""

from __future__ import annotations

import math

Number = int | float

SIGNIFICANT = 3
"""Figures of a round whole number that are taken as meant: 1,200 stands for 1,195 to 1,205, 300 for itself."""


def tidy(number: Number) -> Number:
    """Return a whole number as int, another without the noise of its last binary digits."""
    if isinstance(number, int):
        return number
    rounded = float(f"{number:.12g}")
    return int(rounded) if rounded.is_integer() and abs(rounded) < 1e15 else rounded


def grain_of(number: Number) -> Number:
    """Return the step to which a number seems rounded: 0.01 for 7.25, 1 for 300, 10,000 for 1,200,000."""
    if isinstance(number, float) and not number.is_integer():
        places = len(f"{number:.10f}".rstrip("0").partition(".")[2])
        return tidy(10.0**-places)
    figures = len(str(abs(int(number))))
    return min(roundness(number), tidy(10 ** max(0, figures - SIGNIFICANT)))


def roundness(number: Number) -> Number:
    """Return the greatest power of ten that divides a number: 10 for 60, 100,000 for 1,200,000, 0.01 for 7.25."""
    if isinstance(number, float) and not number.is_integer():
        return grain_of(number)
    figures = str(abs(int(number)))
    return tidy(10 ** (len(figures) - len(figures.rstrip("0")))) if number else 1


def tolerance(number: Number, grain: Number) -> Number:
    """Return how far "about" lets a number stray: half its last step where it is round, the whole where it is not."""
    step = max(roundness(number), grain)
    figures = math.floor(abs(number) / step) if step else 0
    if figures >= 10 and figures % 5 == 0:
        return step * 5 / 2
    return step / 2 if 0 < figures < 10 <= abs(number) else step
