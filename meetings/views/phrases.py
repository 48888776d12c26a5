"""The phrases that the secretariat writes often."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from committee.authority import require
from committee.forms.acting import done
from meetings import actions
from meetings.forms.phrases import PhraseForm
from meetings.models import Phrase


def phrases(request):
    """All of them."""
    require(request.user, "meetings.add_phrase", None)
    return render(request, "meetings/phrases.html", {"phrases": Phrase.objects.all()})


def add_phrase(request):
    """Keep one more."""
    require(request.user, "meetings.add_phrase", None)
    form = PhraseForm(request.POST or None)
    if done(form, actions.add_phrase, by=request.user):
        messages.success(request, f"“{form.result}” stands for the phrase now.")
        return redirect("meetings:phrases")
    return render(request, "meetings/add_phrase.html", {"form": form})


def revise_phrase(request, pk):
    """Change one, or what stands for it."""
    phrase = _phrase(request, "revise_phrase", pk)
    now = {"abbreviation": phrase.abbreviation, "text": phrase.text}
    form = PhraseForm(request.POST or None, initial=now)
    if done(form, actions.revise_phrase, phrase, by=request.user):
        messages.success(request, "The phrase is changed.")
        return redirect("meetings:phrases")
    return render(request, "meetings/revise_phrase.html", {"form": form, "phrase": phrase})


@require_POST
def remove_phrase(request, pk):
    """Forget one."""
    actions.remove_phrase(_phrase(request, "remove_phrase", pk), by=request.user)
    messages.success(request, "The phrase is removed.")
    return redirect("meetings:phrases")


def _phrase(request, act, pk) -> Phrase:
    require(request.user, f"meetings.{act}", None)
    return get_object_or_404(Phrase, pk=pk)
