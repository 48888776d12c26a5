"""The committee's name and terms of reference, as the secretariat keeps them."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from committee import actions
from committee.authority import require
from committee.forms.acting import done
from committee.forms.terms import RenameCommitteeForm, TermsForm, initial_from
from committee.models import CommitteeName, TermsOfReference


def manage_terms(request):
    require(request.user, "committee.manage", None)
    page = {
        "versions": TermsOfReference.objects.prefetch_related("options"),
        "in_force": TermsOfReference.objects.on(),
        "names": CommitteeName.objects.all(),
    }
    return render(request, "committee/manage_terms.html", page)


def adopt_terms(request):
    require(request.user, "committee.adopt_terms", None)
    last = TermsOfReference.objects.first()
    form = TermsForm(request.POST or None, initial=initial_from(last) if last else {})
    if done(form, actions.adopt_terms, by=request.user):
        messages.success(request, f"Version {form.result.version} is adopted.")
        return redirect("committee:manage_terms")
    return render(request, "committee/adopt_terms.html", {"form": form, "last": last})


def revise_terms(request, version):
    require(request.user, "committee.manage", None)
    terms = get_object_or_404(TermsOfReference, version=version)
    now = initial_from(terms) | {"in_force_from": terms.in_force_from}
    form = TermsForm(request.POST or None, initial=now, button="Save this version")
    if done(form, actions.revise_terms, terms, by=request.user):
        messages.success(request, f"Version {version} is saved.")
        return redirect("committee:manage_terms")
    return render(request, "committee/revise_terms.html", {"form": form, "terms": terms})


def rename_committee(request):
    require(request.user, "committee.rename_committee", None)
    form = RenameCommitteeForm(request.POST or None)
    if done(form, actions.rename_committee, by=request.user):
        messages.success(request, f"The committee is called {form.result}.")
        return redirect("committee:manage_terms")
    return render(request, "committee/rename_committee.html", {"form": form})
