"""On which day a time limit ends: pure functions of its start."""
