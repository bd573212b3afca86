"""What is running out, and by when."""
