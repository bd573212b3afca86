"""The nouns: events, acts, institutions, and the storage that keeps them."""
