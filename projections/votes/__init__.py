"""Who may vote, with what weight, by which rule; sessions and their votes."""
