"""A real worker and clock with a database, broker and folder of their own, to be killed."""
