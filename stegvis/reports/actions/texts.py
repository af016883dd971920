"""Texts saved as new versions; what two wrote at once is never lost."""

from django.db import IntegrityError, transaction

from stegvis.core.actions.drafts import forget, keep
from stegvis.programmes.queries.definitions import decided
from stegvis.reports.calculations.merging import merged
from stegvis.reports.calculations.places import known_places
from stegvis.reports.files.templates import load_template
from stegvis.reports.models import Report, ReportText
from stegvis.reports.queries.reports import texts_in, version_in
from stegvis.reports.values.texts import Place
from stegvis.reports.values.writing import Typed, Writer


class WrittenMeanwhileError(Exception):
    """Somebody else saved the same text first. Nothing was saved; what was typed is kept."""

    def __init__(self, theirs: ReportText, typed: Typed, suggestion: str) -> None:
        super().__init__(str(typed.place))
        self.theirs = theirs
        self.typed = typed
        self.suggestion = suggestion


def check_place(report: Report, place: Place) -> None:
    """ReportText.DoesNotExist for a place where no text may stand, and none does."""
    now = decided(report.programme)
    template = load_template(report.template)
    known = known_places(template, now.definition, now.parts)
    if place not in known and place not in texts_in(report):
        raise ReportText.DoesNotExist


def save_text(report: Report, *, typed: Typed, by: Writer) -> None:
    """A new version, unless it says the same as the newest.

    Raises WrittenMeanwhileError when the newest is not the one it was written on, and differs.
    """
    latest = texts_in(report).get(typed.place)
    if latest is None and typed.base:
        raise ReportText.DoesNotExist
    if (latest.text if latest else "") != typed.text:
        if (latest.version if latest else 0) != typed.base:
            raise _meanwhile(report, typed, by)
        try:
            with transaction.atomic():
                _add(report, typed, by)
        except IntegrityError as error:
            raise _meanwhile(report, typed, by) from error
    forget(by.user, by.address_of(typed.place))


def _add(report: Report, typed: Typed, by: Writer) -> None:
    ReportText.objects.create(
        report=report,
        heading=typed.place.heading,
        part=typed.place.part,
        version=typed.base + 1,
        text=typed.text,
        written_by_id=by.user,
    )


def _meanwhile(report: Report, typed: Typed, by: Writer) -> WrittenMeanwhileError:
    keep_draft(report, typed=typed, by=by)
    theirs = texts_in(report)[typed.place]
    base = version_in(report, typed.place, typed.base)
    suggestion = merged(theirs.text, typed.text, base.text if base else "")
    return WrittenMeanwhileError(theirs, typed, suggestion)


def keep_draft(report: Report, *, typed: Typed, by: Writer) -> None:
    """For this person alone, until it is saved."""
    latest = version_in(report, typed.place, typed.base)
    address = by.address_of(typed.place)
    if typed.text == (latest.text if latest else ""):
        forget(by.user, address)
    else:
        keep(by.user, address, {"text": typed.text, "base": str(typed.base)})


def forget_draft(place: Place, *, by: Writer) -> None:
    forget(by.user, by.address_of(place))
