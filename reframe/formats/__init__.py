"""File formats in and out. The adapters are strangers to one another."""
