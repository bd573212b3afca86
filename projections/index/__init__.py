"""What an index keeps of the annexes, and answers by."""
