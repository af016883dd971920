"""Reports on their way in the example: one that is being written, and one that is frozen."""

from datetime import date

from stegvis.organisations.models import User
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.programmes.models import Programme
from stegvis.reports.actions.freezing import freeze_report
from stegvis.reports.actions.making import made
from stegvis.reports.actions.notes import save_note
from stegvis.reports.actions.reports import start_report, usual_day_of
from stegvis.reports.actions.texts import save_text
from stegvis.reports.values.texts import Place
from stegvis.reports.values.writing import NewNote, NewReport, Typed, Writer

HALF_YEAR, FINAL = "half-year", "final-2016"

SUMMARY_FIRST = "Halvåret har gått ungefär som vi räknade med."
SUMMARY = (
    f"{SUMMARY_FIRST} Fler unga har kommit till oss genom skolan och vården.\n\n"
    "{{work-or-studies.sentence}} Vi vill förstå vad som hjälpte dem, innan nästa rapport."
)
METHODS = (
    "Resursteamet träffas varannan vecka. Vi börjar med en kartläggning, och provar sedan "
    "aktiviteter tillsammans med deltagaren. Den som vill får följa med till en arbetsplats redan "
    "första månaden."
)
NOTE = "Ta upp på styrgruppen: platser i industrin har varit svåra att få."
OUTCOME = (
    "Insatsen är avslutad. Deltagarna som var kvar den sista dagen har gått vidare till det som "
    "kommer efter, och ingen stod utan kontakt när vi slutade."
)


def begin_half_year(programme: Programme, *, leader: User, colleague: User) -> None:
    """Two have written, one heading twice; the rest waits for words."""
    day = usual_day_of(programme)
    new = NewReport(HALF_YEAR, day, "sv", note="Utkast till styrgruppen")
    report = start_report(programme, new=new, by=leader.pk)
    summary = Place("summary")
    for base, (writer, place, text) in enumerate(
        ((colleague, summary, SUMMARY_FIRST), (leader, summary, SUMMARY))
    ):
        save_text(report, typed=Typed(place, text, base), by=_writer(writer))
    save_text(report, typed=Typed(Place("methods"), METHODS, 0), by=_writer(leader))
    note = NewNote(Place("cooperation"), NOTE, source="Anteckning")
    save_note(report, new=note, by=leader.pk)


def freeze_final(programme: Programme, *, leader: User, on: date) -> None:
    new = NewReport(FINAL, usual_day_of(programme), "sv")
    report = start_report(programme, new=new, by=leader.pk)
    save_text(report, typed=Typed(Place("summary"), OUTCOME, 0), by=_writer(leader))
    seen = made(report, final=True).fingerprint
    freeze_report(report, seen=seen, viewer=viewer_for(leader.pk, on=on), by=leader.pk)


def _writer(user: User) -> Writer:
    return Writer(user.pk, "/")
