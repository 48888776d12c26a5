"""What a file that is sent in must be: decided by what it contains, never by its name.

This package and ``proposals.hidden`` run in a child process of their own (``cell.py``), without
Django: what others have sent is hostile until shown otherwise.
"""
