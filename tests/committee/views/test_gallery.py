"""The gallery is for those who build the site, and holds every part."""

import pytest

pytestmark = pytest.mark.django_db


def test_gallery_is_unknown_in_production(client, ed):
    client.force_login(ed)

    assert client.get("/style/").status_code == 404


def test_gallery_shows_every_part(client, ed, settings):
    settings.DEBUG = True
    client.force_login(ed)

    html = client.get("/style/").content.decode()

    for part in ["de-outcome--e", "de-outcome--none", "Being made", "There is a problem", "Page 2"]:
        assert part in html
