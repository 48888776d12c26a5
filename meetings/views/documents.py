"""The printed agenda, ordered from the page on which it is built."""

from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from meetings import actions
from meetings.views.found import secretariat_meeting


@require_POST
def order_agenda(request, slug):
    """Have the agenda made into a PDF, and show how that goes."""
    meeting = secretariat_meeting(request, slug)
    return redirect(actions.order_agenda(meeting, by=request.user))
