"""The names of the figures that every programme has, whatever its goals are."""

STANDARD_FIGURES = frozenset(
    {
        "ages",
        "attrition",
        "budget",
        "days-enrolled",
        "days-enrolled-median",
        "destinations",
        "education",
        "enrolments",
        "exits-by-reason",
        "income-before-after",
        "money-used",
        "municipalities",
        "occupancy",
        "occupation-before-after",
        "opening-balances",
        "persons",
        "referral-sources",
        "stock-flow",
        "time-to-work-or-studies",
    }
)
STANDARD_BEGINNINGS = ("coverage-", "volumes-")
"""Before the code of an instrument, a consent or a volume of the programme's own."""


def is_standard_figure(figure_id: str) -> bool:
    return figure_id in STANDARD_FIGURES or figure_id.startswith(STANDARD_BEGINNINGS)
