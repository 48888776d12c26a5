"""A table, and bars that say the same: what pages of figures are made of."""

from dataclasses import dataclass, field

READ_OUT = "Outcome "  # before the letter of a column, where there is little room


@dataclass(frozen=True)
class Bar:
    """A part of a bar, in per cent of the longest."""

    tone: str
    start: float
    width: float


@dataclass
class Row:
    label: str
    values: list  # under the columns of its figure
    lengths: list[float] = field(default_factory=list)  # of the parts of its bar
    slug: str = ""  # of the proposal it is about
    bars: list[Bar] = field(default_factory=list)


@dataclass
class Figure:
    """One table with its bars. ``tones`` say how the parts of each bar look."""

    key: str
    title: str
    note: str
    head: list[str]
    rows: list[Row]
    tones: list[str]

    def __post_init__(self):
        longest = max((sum(row.lengths) for row in self.rows), default=0) or 1
        for row in self.rows:
            start = 0.0
            for tone, length in zip(self.tones, row.lengths, strict=True):
                width = 100 * length / longest
                if width:
                    row.bars.append(Bar(tone, round(start, 2), round(width, 2)))
                start += width

    @property
    def columns(self) -> list[tuple[str, str, str]]:
        """Of each column its name, what is only read out before it, and the part of the bars
        that shows it, where they have several."""
        tones = ["", *(self.tones if len(self.tones) > 1 else []), *[""] * len(self.head)]
        names = [(name.removeprefix(READ_OUT), name) for name in self.head]
        return [
            (short, READ_OUT if short != name else "", tone)
            for (short, name), tone in zip(names, tones, strict=False)
        ]

    @property
    def as_rows(self) -> list[list]:
        """The table alone: its head, then its rows."""
        return [self.head, *([row.label, *row.values] for row in self.rows)]
