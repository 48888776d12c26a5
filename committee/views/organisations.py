"""The bodies that submit papers and receive advice, as the secretariat keeps them."""

from django.contrib import messages
from django.forms.models import model_to_dict
from django.shortcuts import get_object_or_404, redirect, render

from committee import actions
from committee.authority import require
from committee.forms.acting import done
from committee.forms.organisations import OrganisationForm
from committee.models import Organisation


def manage_organisations(request):
    require(request.user, "committee.manage", None)
    page = {"organisations": Organisation.objects.all()}
    return render(request, "committee/manage_organisations.html", page)


def add_organisation(request):
    require(request.user, "committee.add_organisation", None)
    form = OrganisationForm(request.POST or None)
    if done(form, actions.add_organisation, by=request.user):
        messages.success(request, f"{form.result} is entered.")
        return redirect("committee:manage_organisations")
    return render(request, "committee/add_organisation.html", {"form": form})


def revise_organisation(request, pk):
    require(request.user, "committee.manage", None)
    organisation = get_object_or_404(Organisation, pk=pk)
    form = OrganisationForm(request.POST or None, initial=model_to_dict(organisation))
    if done(form, actions.revise_organisation, organisation, by=request.user):
        messages.success(request, f"{organisation} is saved.")
        return redirect("committee:manage_organisations")
    page = {"form": form, "organisation": organisation}
    return render(request, "committee/revise_organisation.html", page)
