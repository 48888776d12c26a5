from pathlib import Path

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory


@pytest.mark.django_db
def test_no_browser_completes_half_a_file():
    """A file cut off in the middle is asked for anew, never put together of two halves."""
    if not Path(settings.STATIC_ROOT, "staticfiles.json").exists():
        pytest.skip("No collected files: run manage.py collectstatic.")
    handler = WSGIHandler()

    answer = handler.get_response(RequestFactory().get("/static/css/site.css"))

    assert answer.status_code == 200
    assert answer["Accept-Ranges"] == "none"
    answer.close()
