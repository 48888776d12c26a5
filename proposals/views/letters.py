"""Letters of advice: drafted, approved, sent."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from committee.authority import require
from committee.forms.acting import done
from committee.views.documents import download
from proposals import actions
from proposals.forms.ledger import offices_of
from proposals.forms.letters import ReviseLetterForm
from proposals.ledger import unruled
from proposals.letters import offices, snapshot_of
from proposals.models import Advice, AdviceLetter
from proposals.responses import responses_to
from proposals.states import LetterState


def letters(request):
    """Every letter the reader may see, newest first."""
    found = AdviceLetter.objects.visible_to(request.user)
    found = found.select_related("advice", "document").order_by("-pk")
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(request, "proposals/letters.html", {"page": page})


def letter(request, pk):
    """What one letter says, where it stands, who it goes to."""
    found = _letter(request, pk)
    said = found.document.snapshot if found.document else snapshot_of(found)
    page = {"letter": found, "said": said, "offices": offices()}
    page["responses"] = responses_to([found]).get(found.pk, [])
    page["may_enter"] = offices_of(request.user)
    if found.state == LetterState.DRAFTED:
        page["unruled"] = unruled(found.advice)
    return render(request, "proposals/letter.html", page)


@require_safe
def letter_file(request, pk):
    """The PDF of a letter, for everybody who may read the letter."""
    found = _letter(request, pk)
    if found.document is None:
        raise Http404
    return download(found.document)


@require_POST
def draft_letter(request, pk):
    """Begin the letter on a piece of advice."""
    if not request.user.sits_with_committee:
        raise Http404
    advice = get_object_or_404(Advice.objects.visible_to(request.user), pk=pk)
    drafted = actions.draft_letter(advice, by=request.user)
    return redirect(drafted)


@require_POST
def keep_rest(request, pk):
    """Keep open what the advice says nothing of, and go back to where that was said."""
    if not request.user.sits_with_committee:
        raise Http404
    advice = get_object_or_404(Advice.objects.visible_to(request.user), pk=pk)
    kept = actions.keep_rest(advice, by=request.user)
    messages.success(
        request, f"{len(kept)} {'point stays' if len(kept) == 1 else 'points stay'} open."
    )
    there = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(there, {request.get_host()})
    return redirect(there if is_ours else "proposals:letters")


def revise_letter(request, pk):
    """Change how a letter begins and ends."""
    found = _letter(request, pk)
    require(request.user, "proposals.revise_letter", found)
    initial = {"opening": found.opening, "closing": found.closing}
    form = ReviseLetterForm(request.POST or None, initial=initial)
    if done(form, actions.revise_letter, found, by=request.user):
        messages.success(request, "The letter is saved.")
        return redirect(found)
    return render(request, "proposals/revise_letter.html", {"letter": found, "form": form})


@require_POST
def approve_letter(request, pk):
    """Sign a letter."""
    found = _letter(request, pk)
    actions.approve_letter(found, by=request.user)
    messages.success(request, "The letter is approved. Its PDF is being made.")
    return redirect(found)


@require_POST
def send_letter(request, pk):
    """Send a letter to all who receive advice."""
    found = _letter(request, pk)
    actions.send_letter(found, by=request.user)
    messages.success(request, "The letter is sent as soon as its PDF is ready.")
    return redirect(found)


def _letter(request, pk) -> AdviceLetter:
    letters = AdviceLetter.objects.visible_to(request.user)
    related = letters.select_related("advice", "document", "approved_by", "sent_by")
    return get_object_or_404(related, pk=pk)
