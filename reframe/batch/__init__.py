"""Many files: workers, a journal to resume from, and one report for the cohort."""
