"""One module per format, each a pure function from a report (or its claims) to text; nothing here prints."""
