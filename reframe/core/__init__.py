"""Values and pure functions: no files, no documents, no terminal, no schema library."""
