"""Over all pages at once: ballots stay secret until the close, and no text becomes markup."""

import re

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone

from committee.models import Document, Event
from meetings.actions import cast_ballot
from meetings.models import EntryVersion, Vote
from proposals.models import CaseFile
from tests.factories import appoint, seat
from tests.test_roles import DECLARED, address, cast, ours, reader  # noqa: F401

pytestmark = pytest.mark.django_db
MARKUP = "<xss a='\"'>"
TOKENS = re.compile(  # of forms, keys of lines to be; when a file or a room page was made
    rb'(?:value=|csrf": |token": )"(\w{64}|[0-9a-f-]{36})"|DTSTAMP:\w+|stamp:\d+-\d+'
)
NO_MARKUP = {"meetings:export_record", "meetings:calendar_file"}  # files, not pages
NOT_WORDS = {"slug", "sha256", "key", "template", "email", "to", "media_type", "act", "normalised"}
NOT_WORDS |= {
    "public_sha256",
    "password",
    "html",
}  # html is made of a snapshot, by a template that escapes
NEVER_CHANGED = {CaseFile, Document, EntryVersion, Event}


def pages(client, scene):
    """What each address says to the reader, but for tokens, which are new each time."""
    said = {}
    for name in DECLARED:
        answer = client.get(address(name, scene))
        said[name] = (answer.status_code, TOKENS.sub(b"", answer.getvalue()))
    return said


@pytest.mark.parametrize("reader", ["secretary", "chair", "member", "lab"], indirect=True)
def test_no_page_tells_how_a_vote_goes_before_its_close(reader, ours, monkeypatch):  # noqa: F811
    """Whatever a colleague chooses, every page says the same to everybody else, byte for byte."""
    now = timezone.now()  # the room tells the time: no minute may begin between two readings
    monkeypatch.setattr(timezone, "now", lambda: now)
    vote, colleague = Vote.objects.get(), appoint("member")
    seat(vote.meeting, colleague)
    found = []
    for choice, reason in (("A", ""), ("D", "CANARY")):
        cast_ballot(vote, by=colleague, choice=choice, reason=reason, at=vote.opened_at)
        found.append(pages(reader, ours))

    assert "CANARY" not in str(found)
    for said in found:  # the secretariat reads that a ballot was cast, and when
        said.pop("committee:history")
    assert found[0] == found[1]


def _write_markup_everywhere() -> int:
    """Put markup into every field in which somebody's words stand; how many fields."""
    written = 0
    for app in ("committee", "proposals", "meetings"):
        for model in apps.get_app_config(app).get_models():
            words = {} if model in NEVER_CHANGED else _words_of(model)
            model.objects.update(**words)
            written += len(words)
    return written


def _words_of(model) -> dict[str, str]:
    return {
        field.name: f"{MARKUP}{field.name}"[: field.max_length]
        for field in model._meta.fields
        if isinstance(field, (models.CharField, models.TextField)) and not field.choices
        if field.name not in NOT_WORDS and not field.unique and (field.max_length or 900) >= 30
    }


@pytest.mark.parametrize("reader", ["secretary", "lab"], indirect=True)
def test_no_text_becomes_markup_on_any_page(reader, ours):  # noqa: F811
    assert _write_markup_everywhere() > 40

    for name, (status, page) in pages(reader, ours).items():
        assert b"<xss" not in page or name in NO_MARKUP, name
        assert status < 500, name
