"""Text → parsed Doc, sentences, names, places, dates, speakers, event frames."""
