"""What advice being written has to rule on: points asked before about the same proposals."""

from committee.closed import open_to
from meetings.forms.rulings import RulingForm
from proposals.ledger_rows import rows_for
from proposals.models import Advice, Paper, Recommendation, Ruling


def to_rule_on(advice: Advice, reader):
    """Points that stand on the proposals of ``advice``, and those it rules on already."""
    papers = Paper.objects.filter(decisions__advice=advice)
    about = Recommendation.objects.filter(papers__proposal__in=papers.values("proposal"))
    ruled = Ruling.objects.filter(advice=advice).values("recommendation")
    rows = Recommendation.objects.filter(pk__in=about.order_by().values("pk"))
    rows = rows.standing() | Recommendation.objects.filter(pk__in=ruled)
    rows = open_to(rows.exclude(line__advice=advice), reader)
    return rows.select_related("line__advice", "replaced_by").order_by("kind", "number")


def rulings_of(advice: Advice, reader, *, may_write: bool, tried=None) -> list[dict]:
    """A row for each of them: how it stands, what this advice makes of it, the form to say so.

    ``tried`` is a form that was refused, in place of the one of its row.
    """
    rows = rows_for(to_rule_on(advice, reader), reader)
    lines = list(RulingForm.lines_of(advice)) if may_write and rows else []
    found = []
    for row in rows:
        ruling = next((one for one in row.rulings if one.advice_id == advice.pk), None)
        form = tried if tried and tried.asked == row.asked else None
        if form is None and may_write:
            form = RulingForm(asked=row.asked, advice=advice, lines=lines, ruling=ruling)
        found.append({"row": row, "ruling": ruling, "form": form if may_write else None})
    return found
