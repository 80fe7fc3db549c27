"""Reads résumé bullets, rewords what is safe to reword, asks what licenses a stronger claim."""
