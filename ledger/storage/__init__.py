"""The one append-only sequence of entries, on SQLite and PostgreSQL."""
