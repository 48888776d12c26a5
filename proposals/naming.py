"""The address of a proposal: its title, in the letters an address may have."""

from django.utils.text import slugify

from proposals.models import FormerSlug, Proposal

# words of our addresses
RESERVED = {"check-points", "matches", "new", "mine", "all", "papers", "letters"}
RESERVED |= {"outline", "requirements"}


def free_slug(title: str) -> str:
    """A slug of ``title`` that no proposal has or had. Called inside an act, so none is taken."""
    stem = slugify(title)[:72].strip("-") or "proposal"
    taken = RESERVED.copy()
    for model in (Proposal, FormerSlug):
        taken |= set(model.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug
