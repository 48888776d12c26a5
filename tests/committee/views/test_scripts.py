"""What only scripts ask."""

from django.test import Client
from django.urls import reverse


def test_form_token_is_the_one_that_counts_after_signing_in_again(amina):
    client = Client(enforce_csrf_checks=True)
    client.force_login(amina)

    told = client.get(reverse("committee:form_token")).json()["token"]

    sign_out = reverse("committee:sign_out")
    assert client.post(sign_out, headers={"X-CSRFToken": "x" * 64}).status_code == 403
    assert client.post(sign_out, headers={"X-CSRFToken": told}).status_code == 302


def test_form_token_is_not_told_to_the_page_of_somebody_else(client, amina, ed):
    client.force_login(ed)

    answer = client.get(reverse("committee:form_token"), headers={"X-Person": str(amina.pk)})

    assert (answer.status_code, answer.json()) == (401, {"sign_in": reverse("committee:sign_in")})
