"""Amounts of one measure: whose they are, of which period, and whether they are told as a level, a change or a forecast."""
