"""What the register says, line by line: what changed, and what each act changed."""
