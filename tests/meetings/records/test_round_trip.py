"""What goes in comes out: key for key and word for word."""

import itertools
import string

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from committee.models import LineKind, Person
from meetings.actions import load_record
from meetings.models import DateBasis, ItemKind, Presence
from meetings.records import as_yaml, parse, record_of
from proposals.models import Stage
from tests.records import OWN, real

REAL = [
    "2019-07-second-formal-meeting",
    "2020-violence-forecasting-meeting",
    "2023-02-08-formal-meeting",
]

words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t\r\x85"), max_size=60
)
names = st.none() | words.map(lambda text: text[:16])
times = st.none() | st.times().map(lambda time: f"{time:%H:%M}")
dates = st.none() | st.dates().flatmap(
    lambda day: st.sampled_from([day.isoformat()[:length] for length in (4, 7, 10)])
)
slugs = st.text(string.ascii_lowercase + "-", min_size=1, max_size=20)


def group(required: dict, **optional):
    return st.fixed_dictionaries(required, optional=optional)


def lines(**more):
    kind = {"kind": st.sampled_from(LineKind.values), "text": words}
    more |= {"speaker": names, "restricted": words.filter(bool)}
    return st.recursive(
        st.none() | st.just([]),
        lambda under: st.lists(group(kind, **more, entries=under), max_size=3),
        max_leaves=8,
    )


@st.composite
def records(draw):
    """Any valid record, with any of the keys that may be left out left out."""
    keys = draw(st.lists(slugs, max_size=4, unique=True))
    some = st.lists(st.sampled_from(keys), unique=True) if keys else st.just([])
    proposals = [
        draw(
            group(
                {"key": st.just(key)},
                title=st.none() | words.filter(bool),
                reference=names,
                submitted_by=names | st.just("Lab"),
                stage=st.none() | st.sampled_from(Stage.values),
                stage_text=st.none() | words,
            )
        )
        for key in keys
    ]
    person = group(
        {"attendance": st.sampled_from(Presence.values)},
        **dict.fromkeys(("name", "initials", "rank", "role", "organisation"), names),
    )
    item = group(
        {"kind": st.sampled_from(ItemKind.values)},
        number=names,
        start=times,
        title=st.none() | words,
        lead=st.none() | st.lists(words, max_size=2),
        proposals=st.none() | some,
        entries=lines(after_presenter_left=st.none() | st.booleans()),
        restricted=words.filter(bool),
    )
    decision = group(
        {"proposals": st.none() | some},
        outcome=st.none() | st.sampled_from("ABCDE"),
        unanimous=st.none() | st.booleans(),
        text=st.none() | words,
    )
    advice = group(
        {}, heading=st.none() | words, decisions=st.none() | st.lists(decision), entries=lines()
    )
    action = group({"text": words}, item=names, owner=names, due=names)
    rest = group(
        {
            "meeting": group(
                {"date": dates},
                **dict.fromkeys(("title", "venue", "chair"), names),
                **dict.fromkeys(("start", "end"), times),
                date_basis=st.none() | st.sampled_from(DateBasis.values),
            ),
            "items": st.none() | st.lists(item, max_size=4),
        },
        source=names,
        committee=names,
        people=st.none() | st.lists(person, max_size=3),
        advice=st.none() | st.lists(advice, max_size=3),
        actions=st.none() | st.lists(action, max_size=3),
    )
    return {"schema": "meeting-record/1", "proposals": proposals} | draw(rest)


def out_again(raw):
    meeting = load_record(parse(raw), by=Person.objects.clock())
    meeting.refresh_from_db()
    return yaml.safe_load(as_yaml(record_of(meeting)))


@pytest.mark.django_db
@given(records())
def test_any_record_comes_out_as_it_went_in(data):
    assert out_again(yaml.safe_dump(data)) == data


@pytest.mark.django_db
@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_our_records_come_out_as_they_went_in(path):
    assert out_again(path.read_bytes()) == yaml.safe_load(path.read_bytes())


@pytest.mark.django_db
@pytest.mark.parametrize("order", list(itertools.permutations(REAL)))
def test_the_real_records_come_out_as_they_went_in_whatever_their_order(order):
    for name in order:
        assert out_again(real(name)) == yaml.safe_load(real(name))
