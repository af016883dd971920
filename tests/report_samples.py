"""A report with everything in it, made up from end to end."""

from dataclasses import replace
from datetime import date

from stegvis.reports.values.charts import (
    Bar,
    BarChart,
    Chart,
    FlowChart,
    FlowStage,
    Line,
    LineChart,
)
from stegvis.reports.values.document import (
    Bullets,
    ChartBlock,
    Document,
    Heading,
    Notice,
    Paragraph,
    Run,
    Signatures,
    Table,
)

GOALS = BarChart(
    "Måluppfyllelse i procent",
    "Andel som nått varje mål, med osäkerhetsintervall och mål.",
    (
        Bar("Till arbete eller studier", 0.4808, "75 av 156 (48 %)", 0.404, 0.559, 0.5),
        Bar(
            "Har ökat sin upplevda hälsa i minst tre av åtta livsområden enligt självskattningen",
            0.7333,
            "33 av 45 (73 %)",
            0.59,
            0.84,
            0.75,
        ),
        Bar("Nöjda med stödet", 0.93, "42 av 45 (93 %)", 0.82, 0.98, 0.8),
        Bar("Vidare till studier", 0.368, "7 av 19 (37 %)", 0.19, 0.59),
    ),
    highest=1.0,
    as_percent=True,
)
BY_GENDER = BarChart(
    "Avslut efter destination, kvinnor och män",
    "Antal personer per destination, uppdelat på kön.",
    (
        Bar("Kvinnor", 18, "18", group="Arbete"),
        Bar("Män", 22, "22", group="Arbete"),
        Bar("Kvinnor", 9, "9", group="Studier"),
        Bar("Män", 26, "26", group="Studier"),
        Bar("Kvinnor", 12, "12", group="Sjukdom"),
        Bar("Män", 31, "31", group="Sjukdom"),
    ),
    highest=40,
)
FLOW = FlowChart(
    "Från intresse till avslut",
    "Hur många som kom, stannade och gick vidare.",
    (
        FlowStage(
            "Intresseanmälningar", 243, (("tackade nej", 31), ("fel målgrupp", 18), ("flyttade", 5))
        ),
        FlowStage("Samtycke och kartläggning", 189, (("återtog samtycke", 4), ("avbröt", 29))),
        FlowStage("Inskrivna", 156, (("avslutade utan lösning", 81),)),
        FlowStage("Till arbete eller studier", 75),
    ),
)
SURVIVAL = LineChart(
    "Tid till arbete eller studier",
    "Andel som ännu inte har gått till arbete eller studier, efter månader sedan inskrivningen.",
    (
        Line(
            "Ännu inte i arbete eller studier",
            ((0, 1.0), (2, 0.93), (4, 0.86), (7, 0.71), (11, 0.60), (15, 0.49), (24, 0.41)),
            ((0, 1.0), (2, 0.88), (4, 0.80), (7, 0.63), (11, 0.51), (15, 0.40), (24, 0.31)),
            ((0, 1.0), (2, 0.96), (4, 0.91), (7, 0.78), (11, 0.68), (15, 0.58), (24, 0.51)),
            stairs=True,
        ),
    ),
    "Månader sedan inskrivningen",
    "Andel kvar",
    ((0, "0"), (6, "6"), (12, "12"), (18, "18"), (24, "24")),
    highest=1.0,
    as_percent=True,
    at_risk=((0, 156), (6, 121), (12, 84), (18, 51), (24, 12)),
)
MONEY = LineChart(
    "Använda medel över tid",
    "Upparbetade kostnader mot budget, i tusental kronor.",
    (
        Line("Använt", ((0, 0), (3, 410.5), (6, 790), (9, 1103), (12, 1615.1)), stairs=False),
        Line("Budget", ((0, 0), (12, 1587.5))),
    ),
    "Månad",
    "Tusental kronor",
    ((0, "jan 2024"), (3, "apr"), (6, "jul"), (9, "okt"), (12, "jan 2025")),
    highest=1800,
    limit=(1587.5, "Beslutad ram 1 587 500 kr"),
)
SEATS = LineChart(
    "Inskrivna mot platser",
    "Antal inskrivna varje månad mot antalet platser.",
    (
        Line("Inskrivna", ((0, 12), (2, 31), (5, 44), (8, 52), (11, 50), (12, 49)), stairs=True),
        Line("Platser", ((0, 40), (6, 60), (12, 60)), stairs=True),
    ),
    "Månad",
    "Personer",
    tuple((month, f"2024-{month + 1:02d}") for month in range(12)),
    highest=60,
)
CHARTS: tuple[Chart, ...] = (GOALS, BY_GENDER, FLOW, SURVIVAL, MONEY, SEATS)
AT_ITS_LIMIT = LineChart(
    "Inskrivna upp till taket",
    "Antal inskrivna, med taket.",
    (Line("Inskrivna", ((0, 58), (1, 60))),),
    "Månad",
    "Inskrivna",
    ((0, "2024-01-31"), (1, "2024-12-31")),
    highest=60,
    limit=(60, "60 platser"),
)
EMPTY_CHARTS = (
    BarChart("Tom", "Inget", (), highest=1),
    FlowChart("Tom", "Inget", ()),
    LineChart("Tom", "Inget", (), "x", "y", (), highest=1),
)
PRINTED_ON = date(2025, 1, 31)
BASE = "75 av 156 personer. Inskrivna till och med 2024-12-31. Definition 2, senaste inskrivning."
BASE_OF_WOMEN = "27 av 56 kvinnor. Inskrivna till och med 2024-12-31. Definition 2."
PROSE = (
    "Insatsen vände sig till unga i åldern 16–29 år som varken arbetade eller studerade. "
    "Kartläggningen gjordes tillsammans med deltagaren inom två månader, och planen följdes upp "
    "var tredje månad. Samverkan mellan kommunen, regionen, Försäkringskassan och "
    "Arbetsförmedlingen skedde i ett gemensamt resursteam."
)
GOAL_TABLE = Table(
    "Mål och utfall",
    ("Mål", "Nivå", "Utfall", "Mål", "Bedömning"),
    (
        (
            "Till arbete eller studier",
            "Effektmål",
            "48 %",
            "50 %",
            "Inte nått: tre personer saknas",
        ),
        (
            "Ökad upplevd hälsa i minst tre av åtta områden",
            "Effektmål",
            "73 %",
            "75 %",
            "Inte nått",
        ),
        ("Nya arbetsplatser för praktik", "Insatsmål", "40", "20", "Nått"),
        ("Samverkan vid övergångar", "Övergripande mål", "", "", "Inte mätt"),
    ),
    numeric=(2, 3),
    description="En rad för varje mål med utfall, målnivå och bedömning.",
    note="Andelar räknas på personer. Osäkerheten står i figuren.",
)
EXITS = Table(
    "Avslut efter orsak och kön",
    ("Orsak", "Kvinnor", "Män", "Uppgift saknas", "Alla"),
    (
        *((f"Orsak nummer {n}", f"{n}", f"{2 * n}", "0", f"{3 * n}") for n in range(1, 46)),
        ("Summa", "1 035", "2 070", "0", "3 105"),
    ),
    numeric=(1, 2, 3, 4),
    total_row=True,
)
TEXT = Paragraph((Run(PROSE),))
SIGNATURES = Signatures(
    ("Älvnäs kommun", "Region Exempelbygden"),
    ("Ort och datum", "Underskrift", "Namnförtydligande", "E-post"),
)


def result():
    """A paragraph with figures and their bases."""
    return Paragraph(
        (
            Run("Av 156 personer gick "),
            Run("75 (48 %)", strong=True, footnote=BASE),
            Run(" till arbete eller studier; av kvinnorna "),
            Run("27 av 56", footnote=BASE_OF_WOMEN),
            Run("."),
        )
    )


def chapter(number, chart):
    return (
        Heading(1, f"Kapitel {number}: måluppfyllelse och resultat", f"chapter-{number}"),
        TEXT,
        result(),
        Heading(2, "Underrubrik med åäö"),
        TEXT,
        Bullets(((Run("Första punkten"),), (Run("Andra, med figur ", footnote=BASE),))),
        ChartBlock(chart, GOAL_TABLE),
        Heading(2, "Vad som gjordes"),
        TEXT,
        TEXT,
        EXITS if number % 2 else GOAL_TABLE,
    )


def sample_document(**changes):
    """Twenty pages with six charts, long tables, notes, notices and signatures."""
    blocks = (
        Notice("Tre rader i underlaget kunde inte läsas och är utelämnade.", "preliminary"),
        Notice("Rubriken Jämställdhet är tom.", "missing"),
        Notice("Uppgifterna lämnades 2025-01-15."),
        *(block for number, chart in enumerate(CHARTS, 1) for block in chapter(number, chart)),
        Heading(1, "Erfarenheter"),
        Paragraph((Run("Beskriv vad ni har lärt er och vem som tar vid."),), "help"),
        Paragraph((Run("Jag fick någon som orkade vänta."),), "quote"),
        Paragraph((Run("Uppgifterna bygger på 45 av 46 deltagare."),), "small"),
        Heading(1, "Underskrifter"),
        SIGNATURES,
    )
    sample = Document(
        title="Slutrapport Exempelinsatsen",
        subtitle="Samordningsförbundet Exempelbygden",
        language="sv",
        facts=(
            ("Insats", "Exempelinsatsen"),
            ("Insatsägare", "Älvnäs kommun"),
            ("Insatstid", "2022-01-01 – 2024-12-31"),
            ("Diarienummer", "SF 2021/17"),
        ),
        blocks=blocks,
        running="PRELIMINÄR, 3 rader utelämnade",
        created_on=PRINTED_ON,
        appendix=(Heading(2, "Definitioner"), TEXT, GOAL_TABLE, ChartBlock(FLOW)),
        tokens={"insats": "Exempelinsatsen", "förbund": "Samordningsförbundet Exempelbygden"},
    )
    return replace(sample, **changes)


def twenty_pages():
    """The sample with chapters of text, as a long final report has."""
    document = sample_document()
    prose = [
        block
        for number in range(1, 6)
        for block in (Heading(1, f"Metod, del {number}"), *[TEXT, TEXT, TEXT, result()] * 3)
    ]
    return sample_document(blocks=(*document.blocks, *prose))


def one_page_document():
    """A status for a steering group."""
    return sample_document(
        title="Läget i Exempelinsatsen",
        blocks=(
            Heading(1, "Mål"),
            result(),
            GOAL_TABLE,
            Heading(1, "Flöde och platser"),
            ChartBlock(FLOW),
            ChartBlock(SEATS),
            Heading(1, "Pengar"),
            TEXT,
            ChartBlock(MONEY),
            ChartBlock(SURVIVAL),
            Heading(1, "Att besluta"),
            Bullets(((Run("Ja till förlängning?"),), (Run("Fler platser från hösten?"),))),
        ),
        appendix=(),
        one_page=True,
    )
