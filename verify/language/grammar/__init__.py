"""The grammar of a sentence: who does what to whom, which word governs which, how a statement is meant, whom a pronoun means."""
