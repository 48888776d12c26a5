"""Every address there is: public ones are named here, all others ask who you are."""

from uuid import UUID

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

PUBLIC = {
    "committee:healthz",
    "committee:people",
    "committee:reset_password",
    "committee:password_link_sent",
    "committee:set_password",
    "committee:sign_in",
    "committee:terms",
    "meetings:book_shell",
    "meetings:book_worker",
    "meetings:calendar_file",
    "meetings:home",
    "meetings:meeting",
    "meetings:meetings",
    "meetings:minutes_pdf",
    "meetings:minutes_version",
    "meetings:minutes_version_pdf",
    "proposals:open_figure_file",
    "proposals:open_figures",
    "proposals:proposal",
    "proposals:proposals",
    "proposals:published_file",
    "proposals:published_case_file",
    "proposals:recommendation",
    "proposals:recommendations",
}


def addresses(resolver=None, prefix="", space=""):
    """(name, address with example values) of every pattern."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(
                pattern, route, f"{pattern.namespace}:" if pattern.namespace else space
            )
        elif isinstance(pattern, URLPattern):
            example = route
            for name, converter in pattern.pattern.converters.items():
                kinds = {"IntConverter": "1", "UUIDConverter": str(UUID(int=1))}
                value = kinds.get(type(converter).__name__, "example")
                kind = next(
                    k
                    for k in ("int", "slug", "uuid", "str", "path")
                    if f"<{k}:{name}>" in route or k == "str"
                )
                example = example.replace(f"<{kind}:{name}>", value).replace(f"<{name}>", value)
            yield f"{space}{pattern.name}", f"/{example}"


ADDRESSES = sorted(set(addresses()))


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "address"), ADDRESSES, ids=[name for name, _ in ADDRESSES])
def test_only_named_addresses_answer_strangers(client, name, address):
    answer = client.get(address)

    asks = answer.status_code == 302 and answer["Location"].startswith("/sign-in/")
    asks |= answer.status_code == 401  # what only scripts ask tells them so
    assert asks is (name not in PUBLIC), f"{name} {address} answers {answer.status_code}"


def test_no_public_address_is_a_memory():
    assert PUBLIC - {name for name, _ in ADDRESSES} == set()
