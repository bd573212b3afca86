"""Acts that come in by spreadsheet: the templates, and how they are read."""
