"""What would follow from a vote, which acts an answer cites, and the journal."""
