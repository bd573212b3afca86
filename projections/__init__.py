"""The questions: pure functions of the acts as known."""
