"""Names under which the published record prints one and the same proposal.

Facts, not guesses: each group is one system, its first name the one it is listed under.
Two names of different groups are never taken for each other, however alike they look.
``body`` restricts a group to papers of that body (or of none named), because NDAS and the
Lab both brought a system that they call violent crime.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """One proposal and every name it has been printed under."""

    names: tuple[str, ...]
    body: str | None = None


KNOWN = [
    Known(
        (
            "Integrated Offender Management (IOM) model",
            "(Integrated Offender Management) IOM Model",
            "IOM Model",
            "IOM",
            "Integrated Offender Management",
            "RFSDi/ IOM predictive model",
            "RFSDi",
            "RSFDi",
            "IOM RFSDi score",
        )
    ),
    Known(
        (
            "Knife crime predictions (4 weeks)",
            "4 weekly predictions of Knife Crime & Serious Violence",
            "4 weekly predictions for knife crime",
            "4 weekly predictions of knife crime",
            "Knife crime predictions",
        )
    ),
    Known(
        (
            "Violent crime predictions (4 weeks)",
            "Violent crime predictions",
            "Serious Violence (MSV)",
        ),
        body="Lab",
    ),
    Known(("Violent Crime", "NDAS Violent Crime"), body="NDAS"),
    Known(("Organised Exploitation", "NDAS Organised Exploitation"), body="NDAS"),
    Known(("Long-term forecasting of violent crime",)),
    Known(("Long-term forecasting of knife crime",)),
    Known(
        (
            "Frequent Service Users",
            "Top service users",
            "Top service users in principle paper",
        )
    ),
    Known(
        (
            "Theft of Motor Vehicle Predictions",
            "Theft of motor vehicles",
            "Theft of motor vehicle",
            "The prediction of theft of motor vehicles",
        )
    ),
    Known(
        ("Finance Predictions", "Financial predictions", "Financial predictions in principle paper")
    ),
    Known(("RASSO analysis", "RASSO", "RASSO paper", "Sexual offences analysis")),
    Known(("Youth and MSV", "Youth violence", "Youth violence paper")),
    Known(("Disproportionality", "Disproportionality paper")),
    Known(("Priorities", "Priorities paper")),
    Known(("Mental health demand investigation", "Mental health demand")),
    Known(("Response crewing mix", "Response crewing mix (addendum)")),
]
