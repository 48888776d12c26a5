"""Tags every template has, without loading them."""

from django import template

from committee import authority

register = template.Library()


@register.simple_tag(takes_context=True)
def why_not(context, act, subject):
    """Why the reader may not do it, or None: {% why_not "meetings.open_vote" vote as reason %}."""
    return authority.why_not(context["request"].user, act, subject)
