"""The acts the demonstration is built from."""
