"""Mails about papers: to each who is concerned, with links and nothing confidential."""

from django.conf import settings
from django.template.loader import render_to_string

from committee.models import Appointment, Event, Person, Role
from committee.post import post
from proposals.models import AdviceLetter, Paper

SUBJECTS = {
    "accept_paper": "Your paper is accepted",
    "answer_question": "Your question is answered",
    "answer_recommendation": "A point of the committee is answered",
    "defer_paper": "A paper is put off",
    "record_response": "An office has responded to advice",
    "return_paper": "Your paper is returned to you",
    "send_letter": "The committee has advised on your paper",
    "send_questions": "The committee asks about your paper",
    "submit_paper": "A paper is submitted",
    "withdraw_paper": "A paper is withdrawn",
}


def presenters_of(paper: Paper):
    """Those who submit papers for its body today."""
    held = Appointment.objects.current().filter(
        role=Role.PRESENTER, organisation=paper.proposal.submitting_body_id
    )
    return Person.objects.filter(pk__in=held.values("person"), is_active=True)


def advised_by(letter: AdviceLetter):
    """Those who submit papers today for the bodies on whose papers ``letter`` advises."""
    papers = Paper.objects.filter(decisions__advice=letter.advice_id)
    held = Appointment.objects.current().filter(
        role=Role.PRESENTER, organisation__in=papers.values("proposal__submitting_body")
    )
    return Person.objects.filter(pk__in=held.values("person"), is_active=True)


def secretariat(*, besides: Person):
    """Who keeps the papers today, ``besides`` whoever did something to one."""
    return Person.objects.holding(Role.SECRETARIAT).filter(is_active=True).exclude(pk=besides.pk)


def tell_secretariat(paper: Paper, event: Event, *, besides: Person) -> None:
    """Tell the secretariat, ``besides`` whoever did it, what was done to a paper."""
    tell(secretariat(besides=besides), event, page=paper.get_absolute_url(), paper=paper)


def tell(people, event: Event, *, page: str, **facts) -> None:
    """One mail to each of ``people`` of what ``event`` did; ``page`` is where to read of it."""
    act = event.act.rpartition(".")[2]
    for person in people:
        words = facts | {"person": person, "page": settings.SITE_URL + page}
        post(
            f"{act}-{event.number}-{person.pk}",
            to=person.email,
            subject=SUBJECTS[act],
            body=render_to_string(f"proposals/letters/{act}.txt", words),
        )
