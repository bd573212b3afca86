"""Who is a member, of what, since when, by which acts; the annexes."""
