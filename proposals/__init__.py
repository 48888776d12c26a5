"""What is put to the committee, and what became of it."""
