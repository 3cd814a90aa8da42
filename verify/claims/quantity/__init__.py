"""How quantities are read: numerals, then amounts with unit and bound, then what they count or measure."""
