"""How institutions, persons, bodies and articles are called in an answer."""
