"""The verbs: what changes the ledger, and the rules that may refuse it."""
