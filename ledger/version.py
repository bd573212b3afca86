"""Which program is this, and which format does it write?"""

VERSION = "0.1.0"
"""That of the package, known without asking for it (a test compares)."""

FORMAT_VERSION = 2
"""The format this program writes. A ledger's is the greatest it has a row of."""
