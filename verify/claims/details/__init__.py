"""Details of statements: what stands around a word in the tree of its sentence."""
