from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from meetings.models import Phrase


@act
def remove_phrase(phrase: Phrase, *, by: Person) -> None:
    """Forget a phrase of the secretariat; lines written with it stay as they are."""
    require(by, "meetings.remove_phrase", phrase)
    record("meetings.remove_phrase", phrase, by=by, text=phrase.text)
    phrase.delete()
