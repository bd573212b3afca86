"""The way in and out of a terminal: its commands, tables and formats."""
