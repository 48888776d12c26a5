"""The words in which tests of letters tell their stories."""

from committee.models import Organisation, OutcomeOption
from proposals import actions
from proposals.models import Advice
from tests.factories import PaperFactory


def letter_on(letter, *, by, paper=None):
    """A drafted letter about a decision for ``letter``, with one recommendation."""
    advice = Advice.objects.create(heading="Vehicle theft")
    outcome = OutcomeOption.objects.get(letter=letter)
    actions.record_decision([paper or PaperFactory()], by=by, advice=advice, outcome=outcome)
    actions.add_advice_line(advice, by=by, kind="recommendation", text="Publish it.")
    return actions.draft_letter(advice, by=by)


def reachable():
    """Every office that receives advice gets an e-mail address."""
    for office in Organisation.objects.filter(receives_advice=True):
        office.email = f"office{office.pk}@example.org"
        office.save()
