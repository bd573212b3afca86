"""What the papers of a session say."""
