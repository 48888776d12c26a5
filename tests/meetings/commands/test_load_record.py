import pytest
from django.core.management import CommandError, call_command

from committee.models import Event
from meetings.models import Meeting, MinutesVersion
from proposals.models import Proposal
from tests import factories
from tests.records import HERE, changed, own

FULL = HERE / "full.yaml"

pytestmark = pytest.mark.django_db


def load(*arguments, capsys) -> list[str]:
    call_command("load_record", *map(str, arguments))
    return capsys.readouterr().out.splitlines()


def test_load_record_says_what_is_on_record(capsys):
    assert load(FULL, capsys=capsys) == [
        "2021-10-05: the meeting on 5 October 2021 is on record: people 4, papers 3, items 5, "
        "lines 7, advice 1, actions 3."
    ]


def test_load_record_again_says_that_it_is_here(capsys):
    load(FULL, capsys=capsys)

    assert load(FULL, capsys=capsys) == [
        "2021-10-05: this meeting is on record already, word for word."
    ]


def test_load_record_of_other_words_says_how_to_correct(capsys, tmp_path):
    load(FULL, capsys=capsys)
    other = tmp_path / "other.yaml"
    other.write_bytes(changed(own("full"), lambda data: data["meeting"].update(venue="Room 5")))

    assert load(other, capsys=capsys)[1] == (
        "2021-10-05-2: 2021-10-05 was taken from the same source and is another meeting now. "
        "If this was meant to correct it, correct its minutes there."
    )


def test_load_record_points_to_papers_in_doubt(capsys, settings):
    factories.ProposalFactory(title="Bicycle theft in winter")

    assert load(FULL, capsys=capsys)[1] == (
        "2021-10-05: papers that may belong to other proposals: "
        f"{settings.SITE_URL}/proposals/matches/"
    )


def test_load_record_publishes(capsys, settings):
    lines = load(FULL, "--publish", capsys=capsys)

    assert lines[-1] == (
        "2021-10-05: its minutes are published at " + settings.SITE_URL + "/meetings/2021-10-05/"
    )
    version = MinutesVersion.objects.get()
    assert (version.state, version.number, version.draft_document) == ("published", 1, None)
    assert version.document.state == "queued"
    assert Proposal.objects.filter(is_public=False).count() == 0


def test_load_record_publishes_once(capsys):
    load(FULL, "--publish", capsys=capsys)
    events = Event.objects.count()

    load(FULL, "--publish", capsys=capsys)

    assert (MinutesVersion.objects.count(), Event.objects.count()) == (1, events)


@pytest.mark.parametrize("done", ["draft_minutes", "issue_draft_minutes", "approve_minutes"])
def test_load_record_finishes_a_publication_that_stopped(capsys, monkeypatch, done):
    keep = Event.save

    def stop_after(event, **options):
        keep(event, **options)
        later = {"draft_minutes": "issue_draft_minutes", "issue_draft_minutes": "approve_minutes"}
        if event.act == f"meetings.{later.get(done, 'publish_minutes')}":
            raise OSError("power cut")

    with monkeypatch.context() as broken:
        broken.setattr(Event, "save", stop_after)
        with pytest.raises(OSError, match="power cut"):
            load(FULL, "--publish", capsys=capsys)

    load(FULL, "--publish", capsys=capsys)

    assert MinutesVersion.objects.get().state == "published"


def test_load_record_is_done_by_whom_it_says(ed, capsys):
    load(FULL, "--by", ed.email.upper(), capsys=capsys)

    assert Event.objects.get(act="meetings.load_record").actor_name == "Ed Secretary"


def test_load_record_tells_what_is_wrong_with_the_record(tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_bytes(own("full").replace(b'"12:15"', b"12:15"))

    with pytest.raises(CommandError) as error:
        call_command("load_record", str(bad))

    assert str(error.value) == (
        f'{bad} is not loaded:\nline 10, meeting.end: must be text: write it in quotes, "12:15"'
    )
    assert not Meeting.objects.exists()


def test_load_record_tells_that_there_is_no_such_file(tmp_path):
    with pytest.raises(CommandError, match=r"cannot be read: No such file or directory\.$"):
        call_command("load_record", str(tmp_path / "none.yaml"))


def test_load_record_tells_that_nobody_has_that_address():
    with pytest.raises(CommandError, match=r"^Nobody signs in as nobody@example\.org\.$"):
        call_command("load_record", str(FULL), by="nobody@example.org")


def test_load_record_tells_why_somebody_may_not(chloe):
    with pytest.raises(CommandError, match=r"^Only the secretariat loads records\.$"):
        call_command("load_record", str(FULL), by=chloe.email)
