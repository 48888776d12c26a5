"""What partials about a paper ask for themselves, so that any page can include them."""

from django import template

from proposals.models import EvidenceKind, PaperVersion

register = template.Library()


@register.simple_tag
def evidence_of(paper):
    """Every kind of evidence, with what ``paper`` says of it or None."""
    known = {one.kind: one for one in paper.evidence.select_related("file")}
    return [(kind, known.get(kind)) for kind in EvidenceKind]


@register.simple_tag(takes_context=True)
def versions_of(context, paper):
    """The versions of ``paper`` that the reader may see, newest first."""
    found = PaperVersion.objects.visible_to(context["request"].user).filter(paper=paper)
    return found.select_related("document").order_by("-number")
