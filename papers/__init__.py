"""The papers a secretariat hands out, always in French: they are legal documents."""
