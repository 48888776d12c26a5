"""Waiting for one's turn to act.

SQLite tells a second writer "busy", who sleeps a while and asks again: a lottery, in which
somebody unlucky among many writers asks for twenty seconds in vain. So acts first wait in
line for a lock on a file beside the database: the kernel wakes the next at once, and the
lottery is left to the few writes outside acts. PostgreSQL's lock is a queue by itself.
"""

import fcntl
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


@contextmanager
def turn():
    """Hold the one place at the head of the line; an act within an act has it already."""
    if connection.vendor != "sqlite" or connection.in_atomic_block or connection.is_in_memory_db():
        yield
        return
    with Path(f"{connection.settings_dict['NAME']}-turn").open("w") as line:
        fcntl.flock(line, fcntl.LOCK_EX)
        yield
