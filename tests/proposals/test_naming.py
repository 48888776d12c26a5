import pytest

from proposals.naming import free_slug
from tests.factories import ProposalFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Knife crime, four weeks", "knife-crime-four-weeks"),
        ("…", "proposal"),
        ("a" * 200, "a" * 72),
    ],
)
def test_a_slug_is_made_of_the_title(title, slug):
    assert free_slug(title) == slug


def test_a_slug_that_is_taken_gets_the_next_number():
    ProposalFactory(slug="iom")
    ProposalFactory(slug="iom-2")

    assert free_slug("IOM") == "iom-3"
