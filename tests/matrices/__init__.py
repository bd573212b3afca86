"""Ways to touch, kill and crowd a ledger: each a command that prints its counts."""
