"""Write docs/states.md: every state and every act that leads from one to another."""

from django.conf import settings
from django.core.management.base import BaseCommand

from committee.models import Document
from meetings.models import ActionPoint, AgendaItem, Meeting, MinutesVersion, Suggestion, Vote
from proposals.models import AdvanceQuestion, Advice, AdviceLetter, CaseFile, Paper, Recommendation

LIVES = [
    Meeting,
    AgendaItem,
    Vote,
    MinutesVersion,
    Suggestion,
    ActionPoint,
    Paper,
    AdvanceQuestion,
    Advice,
    AdviceLetter,
    Recommendation,
    Document,
    CaseFile,
]


def drawn(model) -> str:
    """One model's life as a Mermaid diagram."""
    lines = [
        f"## {str(model._meta.verbose_name).capitalize()}",
        "",
        "```mermaid",
        "stateDiagram-v2",
    ]
    labels = dict(model._meta.get_field("state").choices)
    lines += [f"    {state} : {label}" for state, label in labels.items()]
    start = model._meta.get_field("state").default
    lines.append(f"    [*] --> {start}")
    for verb, (sources, target) in model.moves.items():
        lines += [f"    {source} --> {target} : {verb}" for source in labels if source in sources]
    return "\n".join([*lines, "```", ""])


def page() -> str:
    """The whole of docs/states.md."""
    head = (
        "# States\n\nDrawn by `manage.py draw_states` from the tables in each app's `states.py`; "
        "a test keeps it current.\n\n"
    )
    return head + "\n".join(drawn(model) for model in LIVES)


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options):
        path = settings.BASE_DIR / "docs" / "states.md"
        path.write_text(page())
        self.stdout.write(f"Wrote {path.relative_to(settings.BASE_DIR)}")
