"""Reports of the cast's programme, begun and written in without a screen."""

from datetime import date

from stegvis.organisations.queries.viewers import viewer_for
from stegvis.reports.actions.freezing import freeze_report
from stegvis.reports.actions.making import made
from stegvis.reports.actions.reports import start_report
from stegvis.reports.actions.texts import save_text
from stegvis.reports.values.texts import Place
from stegvis.reports.values.writing import NewReport, Typed, Writer

TODAY = date(2025, 3, 1)
AS_OF = date(2024, 12, 31)
SUMMARY, METHODS = Place("summary"), Place("methods")


def begun(cast, template="half-year", language="sv"):
    new = NewReport(template, AS_OF, language)
    return start_report(cast.programme, new=new, by=cast.alva.pk)


def written(report, user, text, *, place=SUMMARY, base=0):
    save_text(report, typed=Typed(place, text, base), by=writer(report, user))


def writer(report, user):
    """As the writing page has it."""
    texts = f"/insatser/{report.programme_id}/rapporter/{report.pk}/text/"
    return Writer(user.pk, texts)


def viewer(user):
    return viewer_for(user.pk, on=TODAY)


def frozen(report, user):
    seen = made(report, final=True).fingerprint
    return freeze_report(report, seen=seen, viewer=viewer(user), by=user.pk)
