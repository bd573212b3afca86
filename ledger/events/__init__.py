"""The catalogue of decisions: one file per chapter, and the list of all."""
