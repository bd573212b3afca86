"""Who is a member, who sits, what waits: annexes, rosters, portraits."""
