from committee.audit import act, record
from committee.authority import require
from committee.models import Person
from committee.refusals import Refused
from meetings.models import Phrase


@act
def revise_phrase(phrase: Phrase, *, by: Person, abbreviation: str, text: str) -> Phrase:
    """Change a phrase of the secretariat, or what stands for it."""
    require(by, "meetings.revise_phrase", phrase)
    others = Phrase.objects.exclude(pk=phrase.pk)
    if others.filter(abbreviation__iexact=abbreviation).exists():
        raise Refused(f"“{abbreviation}” stands for another phrase already.")
    Phrase.objects.filter(pk=phrase.pk).update(abbreviation=abbreviation, text=text)
    phrase.refresh_from_db()
    record("meetings.revise_phrase", phrase, by=by, text=text)
    return phrase
