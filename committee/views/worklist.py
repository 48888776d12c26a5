from django.shortcuts import render
from django.utils import timezone

from committee.worklist import gather, next_up


def worklist(request):
    """What awaits the reader: the first page after signing in."""
    groups = gather(request.user)
    page = {
        "groups": groups,
        "count": sum(len(group.items) for group in groups),
        "card": next_up(request.user),
        "today": timezone.localdate(),
    }
    return render(request, "committee/worklist.html", page)
