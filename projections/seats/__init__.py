"""Who sits where, since when, by which acts; which seats are empty."""
