"""A rule said no. The sentence is for the person who asked."""


class Refused(Exception):
    """The act is not possible as things stand (409)."""

    status = 409


class NotPermitted(Refused):
    """The act is not for this person (403)."""

    status = 403
