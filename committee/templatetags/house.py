"""Tags every template has, without loading them."""

from django import template

from committee import authority, navigation, text
from committee.models import CommitteeName, Event

register = template.Library()


@register.simple_tag(takes_context=True)
def why_not(context, act, subject):
    """Why the reader may not do it, or None: {% why_not "meetings.open_vote" vote as reason %}."""
    return authority.why_not(context["request"].user, act, subject)


@register.simple_tag
def committee_name():
    """What the committee is called today: one query, so a base template asks once."""
    return str(CommitteeName.objects.on() or "Data Ethics Committee")


@register.simple_tag(takes_context=True)
def public_places(context):
    """The navigation of the open pages: the same for every reader."""
    return navigation.public(context["request"].path)


@register.simple_tag(takes_context=True)
def my_places(context):
    """The navigation of the person signed in, by the roles they hold today."""
    request = context["request"]
    return navigation.signed_in(request.path, request.user.roles_today)


@register.filter
def role_label(person):
    """The role ``person`` is known by today, in words."""
    return navigation.role_label(person.roles_today)


@register.simple_tag(takes_context=True)
def page_url(context, number):
    """The address of another page of this list, with the same filters."""
    query = context["request"].GET.copy()
    query["page"] = number
    return f"?{query.urlencode()}"


@register.filter
def inline(words):
    """Words of the record as HTML, emphasis and links only: {{ entry.text|inline }}."""
    return text.inline(words)


@register.simple_tag
def history_of(subject):
    """The latest acts on one thing: {% history_of person as events %}."""
    return Event.objects.about(subject)[:50]


@register.filter
def act_in_words(act: str) -> str:
    """``meetings.open_vote`` as words: open vote."""
    return act.rsplit(".", maxsplit=1)[-1].replace("_", " ")


@register.simple_tag(takes_context=True)
def without(context, name):
    """The address of this list without one of its filters."""
    query = context["request"].GET.copy()
    for gone in (name, "page"):
        query.pop(gone, None)
    return f"?{query.urlencode()}"
