"""The address of a proposal: its title, in the letters an address may have."""

from django.utils.text import slugify

from proposals.models import Proposal


def free_slug(title: str) -> str:
    """A slug made of ``title`` that no proposal has. Called inside an act, so none is taken."""
    stem = slugify(title)[:72].strip("-") or "proposal"
    taken = set(Proposal.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug
