"""The reliability checks: each counts, against a real server over a database of its own.

    make check-reliability                       all of them, at the scorecard's counts
    make check-reliability ONLY="R10 R14"        some
    make check-reliability SIZE=small            quick, as inside `make test`

On the engine of DATABASE_URL; SQLite where that is not set. A check is a module rNN.py here:

    TARGET = 20                                  what a full run must reach, as it prints it
    WHAT = "runs of 200 ballots …"               one line, in plain words
    def run(site, size) -> Result                size is "small" or "full"; see site.py

It has a process of its own, in which Django is set up on the site's database: models, acts
and factories can be imported and used at once, beside the servers that `site` starts.
"""
