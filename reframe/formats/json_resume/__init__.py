"""JSON Resume: read into sections, posts and bullets, and written back with nothing lost."""
