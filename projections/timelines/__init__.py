"""What is in force day by day, and all that follows; cut and joined at its seams."""
