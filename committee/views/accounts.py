import time
from contextlib import contextmanager

from axes.utils import reset as forget_tries
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash, views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.hashers import make_password
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from committee import actions
from committee.authority import why_not
from committee.forms.accounts import (
    ChangePasswordForm,
    NewPasswordForm,
    RemindersForm,
    ResetPasswordForm,
    SignInForm,
)
from committee.forms.acting import done
from committee.models import Person
from committee.sign_in import may_try_again_at

SAME_FOR_ALL = 0.4  # seconds that asking for a link takes, whether the address is known or not

SIGNS_IN = "signs_in"  # in a session: the address of whoever has set a password and signs in now


class SignIn(views.LoginView):
    """The way in; afterwards the reader is where they wanted to go, on this site."""

    template_name = "committee/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_initial(self):
        """The address of whoever has just set a password here is filled in."""
        return super().get_initial() | {"username": self.request.session.get(SIGNS_IN, "")}


sign_out = views.LogoutView.as_view(http_method_names=["post", "options"])


def locked_out(request, original_response=None, credentials=None):
    """The page after too many wrong tries, which says when to try again."""
    page = {"again_at": may_try_again_at(request)}
    return render(request, "committee/locked_out.html", page, status=429)


@method_decorator(never_cache, name="dispatch")
class SetPassword(views.PasswordResetConfirmView):
    """Choose a password, by the link in an invitation or in the mail that was asked for."""

    template_name = "committee/set_password.html"
    form_class = NewPasswordForm

    def form_valid(self, form):
        hashed = make_password(form.cleaned_data["new_password1"])
        actions.set_password(self.user, hashed, by=self.user)
        self.request.session.flush()
        self.request.session[SIGNS_IN] = self.user.email
        forget_tries(username=self.user.email)
        messages.success(self.request, "Your password is set. Sign in with it.")
        return redirect("committee:sign_in")


@login_not_required
@never_cache
def reset_password(request):
    form = ResetPasswordForm(request.POST or None)
    if form.is_valid():
        with _taking(SAME_FOR_ALL):
            _send_link(form.cleaned_data["email"])
        return redirect("committee:password_link_sent")
    return render(request, "committee/reset_password.html", {"form": form})


@login_not_required
def password_link_sent(request):
    return render(request, "committee/password_link_sent.html")


@never_cache
def change_password(request):
    form = ChangePasswordForm(request.user, request.POST or None)
    if form.is_valid():
        hashed = make_password(form.cleaned_data["new_password1"])
        actions.set_password(request.user, hashed, by=request.user)
        update_session_auth_hash(request, request.user)
        messages.success(request, "Your password is changed. Other devices are signed out.")
        return redirect("committee:account")
    return render(request, "committee/change_password.html", {"form": form})


@never_cache
def account(request):
    page = {"appointments": request.user.appointments.current().select_related("organisation")}
    return render(request, "committee/account.html", page)


@never_cache
def choose_reminders(request):
    form = RemindersForm(request.POST or None, initial={"reminders": request.user.reminders})
    if done(form, actions.choose_reminders, request.user, by=request.user):
        messages.success(request, "Your choice is saved.")
        return redirect("committee:account")
    return render(request, "committee/choose_reminders.html", {"form": form})


def _send_link(address: str) -> None:
    person = Person.objects.filter(email__iexact=address).first()
    clock = Person.objects.clock()
    if person and why_not(clock, "committee.send_password_link", person) is None:
        actions.send_password_link(person, by=clock)


@contextmanager
def _taking(seconds: float):
    """Let what happens inside take ``seconds``, so that the time taken tells nothing."""
    end = time.monotonic() + seconds
    yield
    time.sleep(max(0, end - time.monotonic()))
