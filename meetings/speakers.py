"""Those who speak at a meeting, as a typed line calls them."""

from committee.models import Organisation
from meetings.models import Entry, Meeting, Presence
from meetings.typing import Speaker


def speakers_at(meeting: Meeting) -> list[Speaker]:
    """Those who are here, as a typed line may call them."""
    here = meeting.attendances.filter(presence__in=[Presence.PRESENT, Presence.IN_ATTENDANCE])
    rows = here.values_list("name", "initials", "person")
    return [Speaker(*row) for row in rows]


def bodies() -> list[str]:
    """The bodies that a line may name as its speaker, as they are called in short."""
    named = Organisation.objects.exclude(short_name="")
    return list(named.order_by("short_name").values_list("short_name", flat=True))


def typed_speaker(entry: Entry, present: list[Speaker]) -> str:
    """The speaker as somebody would type it: JB, or Member (CM) where the label hides them."""
    said = entry.speaker or ""
    for speaker in present:
        hidden = speaker.person is not None and speaker.person == entry.speaker_person_id
        if hidden and speaker.initials and said not in {speaker.initials, speaker.name}:
            return f"{said} ({speaker.initials})".strip()
    return said
