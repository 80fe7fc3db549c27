"""The spaCy pipeline for bullets: loading, training, evaluation."""
