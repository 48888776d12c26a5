import pytest

from committee.actions import choose_reminders
from committee.models import Event, Rhythm
from committee.refusals import NotPermitted

pytestmark = pytest.mark.django_db


def test_choice_is_kept_and_recorded(amina):
    choose_reminders(amina, by=amina, reminders=Rhythm.WEEKLY)

    amina.refresh_from_db()
    assert amina.reminders == "weekly"
    assert Event.objects.get().facts == {"reminders": "weekly"}


def test_nobody_chooses_for_others(amina, ed):
    with pytest.raises(NotPermitted, match="Only they choose"):
        choose_reminders(amina, by=ed, reminders=Rhythm.NEVER)


def test_choice_on_the_account_page(client, amina):
    client.force_login(amina)
    assert "Every day on which something new is due (as everybody" in (
        client.get("/account/").content.decode()
    )

    answer = client.post("/account/reminders/", {"reminders": "never"}, follow=True)

    assert answer.redirect_chain == [("/account/", 302)]
    assert "Never. <a" in answer.content.decode()


def test_unknown_choice_is_refused_on_the_form(client, amina):
    client.force_login(amina)

    answer = client.post("/account/reminders/", {"reminders": "hourly"})

    assert "Select a valid choice" in answer.content.decode()
