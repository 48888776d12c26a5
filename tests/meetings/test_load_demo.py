"""manage.py load_demo: what a visitor judges the product by."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from committee.audit import first_bad_event
from committee.models import Event, Person
from meetings.demo.cast import PASSWORD
from meetings.demo.reading import lines
from meetings.models import Entry, Meeting, MinutesVersion, Vote
from meetings.worklist import ballots_to_cast
from proposals.models import AdviceLetter, AdviceLine, Decision, Paper, PaperFile

pytestmark = pytest.mark.django_db


def load():
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def states(model):
    return Counter(model.objects.values_list("state", flat=True))


def test_load_demo_tells_the_whole_story(client):
    said = load()

    assert states(Meeting) == {"closed": 7, "under_way": 1, "called": 1, "planned": 1}
    outcomes = Counter(Decision.objects.values_list("outcome__letter", flat=True))
    assert outcomes == {"A": 3, "B": 6, "C": 9, "D": 1, "E": 8, None: 2}
    results = Counter(Decision.objects.values_list("result", flat=True))
    assert results == {"outcome": 27, "not_asked": 1, "no_outcome": 1}
    assert states(MinutesVersion) == {"published": 7, "issued": 1}
    assert states(AdviceLetter) == {"sent": 23, "approved": 1, "drafted": 1}
    on_their_way = {"draft": 1, "submitted": 1, "returned": 1}
    assert states(Paper) == {"considered": 31, "accepted": 5, "withdrawn": 1} | on_their_way
    assert states(Vote) == {"closed": 27, "open": 2}
    assert PaperFile.objects.filter(paper__state__in=["accepted", "considered"]).count() == 5
    assert Entry.objects.filter(text__contains="|---|").count() == 1
    assert first_bad_event() is None
    times = list(Event.objects.order_by("number").values_list("at", flat=True))
    assert times == sorted(times)
    visitors = Person.objects.filter(email__in=said.split())
    assert [person.check_password(PASSWORD) for person in visitors] == [True] * 5
    _asks_a_member_to_vote_by_correspondence()
    _changes_nothing_the_second_time()
    _keeps_restricted_words_from_the_public(client)


def _asks_a_member_to_vote_by_correspondence():
    """The member of the sign-ins and the one who did not come may both vote, for days."""
    later = Vote.objects.by_correspondence().get()
    for address in ("member@demo.example", "sunita.rao@demo.example"):
        waiting = ballots_to_cast(Person.objects.get(email=address))
        dues = {item.text: item.due for item in waiting}
        assert dues[f"Cast your ballot: {later.item}"] == timezone.localdate(later.closes_at)


def _changes_nothing_the_second_time():
    before = Event.objects.count()

    said = load()

    assert "nothing was loaded" in said
    assert said.count(PASSWORD) == 5
    assert Event.objects.count() == before


def _keeps_restricted_words_from_the_public(client):
    """Nothing withheld, unpublished or personal is on any page or in the text of any minutes."""
    withheld = list(Entry.objects.filter(restricted=True).values_list("text", flat=True))
    assert len(withheld) == 2
    said = Entry.objects.filter(kind__in=["question", "answer", "comment"])
    unpublished = said.filter(item__meeting__slug="2026-10-14") | said.filter(
        item__meeting__state="under_way"
    )
    advised = AdviceLine.objects.filter(advice__given__meeting__slug="2026-10-14")
    secret = [*withheld, *unpublished.values_list("text", flat=True)]
    secret += advised.values_list("text", flat=True)
    assert len(secret) > 30
    client.logout()
    pages = [client.get(address).content.decode() for address in _public_addresses()]

    for page in pages:
        for words in secret:
            assert words[:40] not in page


def _public_addresses():
    yield from ["/", "/meetings/", "/proposals/", "/people/", "/terms/"]
    for slug in Meeting.objects.values_list("slug", flat=True):
        yield f"/meetings/{slug}/"
    for slug in Paper.objects.values_list("proposal__slug", flat=True).distinct():
        yield f"/proposals/{slug}/"


def test_load_demo_leaves_a_database_with_a_meeting_alone(meeting):
    before = Event.objects.count()

    said = load()

    assert said == "The database holds meetings already: nothing was loaded.\n"
    assert (Meeting.objects.count(), Event.objects.count()) == (1, before)


def test_load_demo_refuses_a_public_site(settings):
    settings.IS_PUBLIC = True

    with pytest.raises(CommandError, match="password is known to everybody"):
        load()


def test_load_demo_is_all_or_nothing(monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(MinutesVersion, "save", fail)

    with pytest.raises(OSError, match="disk full"):
        load()

    assert not Meeting.objects.exists()
    assert not Event.objects.exists()
    monkeypatch.undo()
    assert PASSWORD in load()


def test_a_line_in_short_hand_says_who_spoke_and_when():
    question, answer = lines("q [Member/okoro] How good? {after}\n  a [JF] Fair. {withheld: Names}")

    assert (question.kind, question.speaker, question.person) == ("question", "Member", "okoro")
    assert (question.text, question.marks) == ("How good?", {"after": ""})
    assert (answer.depth, answer.speaker, answer.person) == (1, "JF", None)
    assert answer.marks == {"withheld": "Names"}
