"""What the acts say, as they are known, and what became of them."""
