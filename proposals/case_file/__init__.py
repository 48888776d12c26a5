"""The case file of a proposal: gathered when it is ordered, packed by a worker.

``gathering`` asks the functions that ``CASE_FILE`` in the settings names for each edition and
makes the snapshot; ``blocks`` are the words they speak in; ``packing`` turns a snapshot into
the zip. What may go into an edition is decided in the functions, nowhere later.
"""
