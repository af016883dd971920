"""A report as plain blocks, the same for Word, PDF and (later) the screen."""

from dataclasses import dataclass, field
from datetime import date

from stegvis.reports.values.charts import Chart


@dataclass(frozen=True)
class Run:
    """A piece of text; `footnote` is the figure's base (k, n, population, cut-off, version).

    The same base is written once under each heading, and its mark is used again. `figure` is
    the figure that the words are about, as `programme/figure`: a screen opens it.
    """

    text: str
    strong: bool = False
    footnote: str = ""
    figure: str = ""


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    id: str = ""


@dataclass(frozen=True)
class Paragraph:
    """`style` is body, help (an empty heading's help text), quote, or small."""

    runs: tuple[Run, ...]
    style: str = "body"


@dataclass(frozen=True)
class Bullets:
    items: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True)
class Table:
    """The first row is the header; `numeric` columns are set to the right.

    `figure` is what the whole table is about, `figures` what each of its rows is about.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    description: str = ""
    note: str = ""
    total_row: bool = False
    figure: str = ""
    figures: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChartBlock:
    """A chart, always followed by (or standing beside) the same numbers as a table."""

    chart: Chart
    table: Table | None = None
    figure: str = ""


@dataclass(frozen=True)
class Notice:
    """A box: `kind` is preliminary, missing, or note."""

    text: str
    kind: str = "note"


@dataclass(frozen=True)
class Signatures:
    """Empty signature lines, one block an organisation."""

    organisations: tuple[str, ...]
    labels: tuple[str, ...]


Block = Heading | Paragraph | Bullets | Table | ChartBlock | Notice | Signatures


@dataclass(frozen=True)
class Document:
    """`running` stands on every page; a preliminary document says so there."""

    title: str
    subtitle: str
    language: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    running: str = ""
    created_on: date | None = None
    one_page: bool = False
    appendix: tuple[Block, ...] = ()
    tokens: dict[str, str] = field(default_factory=dict)
