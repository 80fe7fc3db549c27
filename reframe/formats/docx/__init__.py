"""Word documents: reading them, and returning them with tracked changes."""
