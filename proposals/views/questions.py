"""Questions in advance: asked by members, sent to the presenters, answered in writing."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from committee.authority import require, why_not
from committee.forms.acting import done
from committee.refusals import Refused
from proposals import actions
from proposals.asked import asked_of
from proposals.forms.questions import AnswerForm, AskForm, QuestionForm, SendForm
from proposals.models import AdvanceQuestion
from proposals.views.found import paper_of


def questions(request, slug, pk):
    """Everything asked of a paper that the reader may see."""
    found = paper_of(request, slug, pk)
    page = {"paper": found, "proposal": found.proposal, "asked": asked_of(found, request.user)}
    sends = why_not(request.user, "proposals.send_questions", found) is None
    page["sends"] = sends and any(one.may_be_sent for one in page["asked"])
    return render(request, "proposals/questions.html", page)


def ask_question(request, slug, pk):
    """Ask of a paper, at one of its sections or as a whole."""
    found = paper_of(request, slug, pk)
    require(request.user, "proposals.ask_question", found)
    form = AskForm(request.POST or None, paper=found, initial=_asked_at(request, found))
    if done(form, actions.ask_question, found, by=request.user):
        shared = "share" in request.POST
        said = "The committee can read your question." if shared else "Your draft is kept."
        messages.success(request, said)
        return redirect(form.result)
    page = {"paper": found, "proposal": found.proposal, "form": form}
    return render(request, "proposals/ask_question.html", page)


def _asked_at(request, paper) -> dict:
    """The section that the address names."""
    key = request.GET.get("section", "")
    if not key or paper.outline_id is None:
        return {}
    return {"section": paper.outline.sections.filter(key=key).first()}


@require_POST
def send_questions(request, slug, pk):
    """Send the questions that are ticked."""
    found = paper_of(request, slug, pk)
    require(request.user, "proposals.send_questions", found)
    readable = AdvanceQuestion.objects.visible_to(request.user).filter(paper=found)
    form = SendForm(request.POST, questions=readable)
    if not form.is_valid():
        raise Refused(" ".join(form.errors["questions"]))
    sent = form.cleaned_data["questions"]
    actions.send_questions(found, by=request.user, questions=sent)
    number = len(sent)
    messages.success(request, f"{number} question{'' if number == 1 else 's'} sent.")
    return redirect(found.url_to("questions"))


def revise_question(request, slug, pk, question):
    """Put one's own draft in other words."""
    found = _question(request, slug, pk, question)
    require(request.user, "proposals.revise_question", found)
    initial = {"text": found.text, "section": found.section_id}
    form = QuestionForm(request.POST or None, paper=found.paper, initial=initial)
    if done(form, actions.revise_question, found, by=request.user):
        return redirect(found)
    page = {"paper": found.paper, "proposal": found.paper.proposal, "form": form}
    return render(request, "proposals/revise_question.html", page)


@require_POST
def share_question(request, slug, pk, question):
    """Let the committee read a draft of one's own."""
    found = _question(request, slug, pk, question)
    actions.share_question(found, by=request.user)
    messages.success(request, "The committee can read your question.")
    return redirect(found)


@require_POST
def withdraw_question(request, slug, pk, question):
    """Take one's own question back."""
    found = _question(request, slug, pk, question)
    actions.withdraw_question(found, by=request.user)
    messages.success(request, "Your question is withdrawn.")
    return redirect(found.paper.url_to("questions"))


def answer_question(request, slug, pk, question):
    """Answer in writing."""
    found = _question(request, slug, pk, question)
    require(request.user, "proposals.answer_question", found)
    form = AnswerForm(request.POST or None, initial={"text": found.answer})
    if done(form, actions.answer_question, found, by=request.user):
        messages.success(request, "Your answer is given.")
        return redirect(found)
    paper = found.paper
    page = {"paper": paper, "proposal": paper.proposal, "question": found, "form": form}
    return render(request, "proposals/answer_question.html", page)


def _question(request, slug, pk, question) -> AdvanceQuestion:
    found = paper_of(request, slug, pk)
    asked = AdvanceQuestion.objects.visible_to(request.user).filter(paper=found)
    asked = asked.select_related("section", "asked_by")
    known = get_object_or_404(asked, pk=question)
    known.paper = found
    return known
