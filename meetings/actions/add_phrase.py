from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import Phrase


@act
def add_phrase(*, by: Person, abbreviation: str, text: str) -> Phrase:
    """Keep words that the secretariat writes often, under an abbreviation."""
    require(by, "meetings.add_phrase", None)
    if Phrase.objects.filter(abbreviation__iexact=abbreviation).exists():
        raise Refused(f"“{abbreviation}” stands for another phrase already.")
    phrase = Phrase.objects.create(abbreviation=abbreviation, text=text)
    record("meetings.add_phrase", phrase, by=by, text=text)
    return phrase
