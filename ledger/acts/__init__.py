"""The acts file: how it is read, checked field by field, and described."""
