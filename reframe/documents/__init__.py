"""Which document of the set shows which claims: a review as plain data for templates."""
