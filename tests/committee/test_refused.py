"""The page that says why not leads back to a page of ours, and nowhere else."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("came_from", "leads_back"),
    [
        ("http://testserver/work/", True),
        ("https://evil.example/", False),
        ("javascript:alert(1)", False),
    ],
)
def test_the_way_back_is_ours(client, chloe, came_from, leads_back):
    client.force_login(chloe)

    page = client.get("/manage/people/", headers={"referer": came_from})

    assert page.status_code == 403
    assert (f'href="{came_from}"' in page.content.decode()) is leads_back
