"""Who is a member, of what, since when, by which acts; what came to nothing."""
