"""What sign-in needs to know: whose try it is, from where, and the link that sets a password."""

import datetime as dt
import ipaddress

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from committee.models import Person


def client_address(request) -> str | None:
    """The reader's address: what our own proxies say, never what the reader says.

    Each of TRUSTED_PROXIES adds the address it was asked from at the end of the header.
    """
    own, proxies = request.META.get("REMOTE_ADDR"), settings.TRUSTED_PROXIES or 0
    hops = request.headers.get("X-Forwarded-For", "").split(",")
    found = hops[-proxies].strip() if 0 < proxies <= len(hops) else own
    try:
        return str(ipaddress.ip_address(found))
    except ValueError:
        return None


def account_name(request, credentials=None) -> str:
    """The account a try was meant for: Ed@… and ed@… are one."""
    given = (credentials or {}).get("username") or request.POST.get("username") or ""
    return given.strip().lower()[:254]


def may_try_again_at(request):
    """The minute from which this account may try again from this address, or None: it may now."""
    tries = AccessAttempt.objects.filter(
        username=account_name(request), ip_address=client_address(request)
    )
    last = tries.order_by("-attempt_time").first()
    if last is None:
        return None
    end = last.attempt_time + settings.AXES_COOLOFF_TIME + dt.timedelta(minutes=1)
    return end.replace(second=0, microsecond=0)


def password_link(person: Person) -> str:
    """The address at which ``person`` sets a password: once, within a few days.

    It is made of SITE_URL, never of what the request claims to be addressed to.
    """
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    token = default_token_generator.make_token(person)
    return settings.SITE_URL + reverse("committee:set_password", args=[uid, token])
