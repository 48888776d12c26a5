"""The story that ``manage.py load_demo`` tells: invented people, plausible proposals.

The words stand in the YAML files beside this one; reading.py understands them, and
cast.py, papers.py and telling.py let the acts of the application happen in order of time.
"""
