"""Which program is this? Known without asking the packages installed."""

VERSION = "0.1.0"
"""That of the package (a test compares)."""
