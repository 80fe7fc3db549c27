"""Rules and tables on disk, validated and compiled into the values of the core."""
