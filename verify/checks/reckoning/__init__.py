"""Arithmetic that an article should pass: parts and wholes, shares, changes, lengths of time, units."""
