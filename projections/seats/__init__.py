"""Who sits where, since when, by which acts; the rosters."""
