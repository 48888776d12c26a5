"""Who may do what, and the sentence that says why not.

``meetings.open_vote`` names the function ``meetings.permissions.open_vote``.
It takes a person and a subject and returns ``None``, or the reason to refuse.
"""

from django.utils.module_loading import import_string

from committee.refusals import NotPermitted


def why_not(person, act: str, subject) -> str | None:
    """The reason ``person`` may not ``act`` on ``subject``, or None if they may."""
    app, verb = act.split(".")
    return import_string(f"{app}.permissions.{verb}")(person, subject)


def require(person, act: str, subject) -> None:
    """Raise NotPermitted, with the reason, unless ``person`` may ``act``."""
    if reason := why_not(person, act, subject):
        raise NotPermitted(reason)
