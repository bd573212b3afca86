"""Answers made of what the timelines, the votes and the money tell."""
