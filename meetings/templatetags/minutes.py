"""What pages of a meeting show of the minutes of the meetings before it."""

from django import template

from meetings import last_minutes as of_last_meeting

register = template.Library()


@register.simple_tag
def last_minutes(meeting):
    """The versions to be approved at ``meeting``: {% last_minutes meeting as versions %}."""
    return of_last_meeting.last_minutes(meeting)
