"""What stands first in a report: facts about it, and what a reader must be told at once."""

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.language import ngettext
from stegvis.reports.calculations.assembly.programme_facts import periods_in_words
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.wording.coverage import coverage_of
from stegvis.reports.values.document import Block, Notice
from stegvis.reports.values.templates import ReportTemplate
from stegvis.results.values.figures import DisclosureLevel

LEVEL_NOTES = {
    DisclosureLevel.INTERNAL: "",
    DisclosureLevel.REPORT: N_(
        "Små antal i uppdelningar visas inte, så att ingen enskild person kan kännas igen. "
        "Där står ett streck."
    ),
    DisclosureLevel.OPEN: N_(
        "Öppen nivå: antal upp till sju visas inte och övriga är avrundade till närmaste femtal. "
        "Där något inte visas står ett streck."
    ),
}


def preliminary_words(rows_left_out: int) -> str:
    if not rows_left_out:
        return ""
    sentence = ngettext(
        "Preliminärt, {n} rad utelämnad", "Preliminärt, {n} rader utelämnade", rows_left_out
    )
    return sentence.format(n=rows_left_out)


def notices(subject: Subject) -> list[Block]:
    follow_up = subject.follow_up
    notices: list[Block] = []
    if follow_up.preliminary:
        why = _("{preliminary}: de har fel som ska rättas i underlaget, se listan över fel.")
        words = preliminary_words(follow_up.rows_left_out)
        notices.append(Notice(why.format(preliminary=words), "preliminary"))
    if note := LEVEL_NOTES[follow_up.level]:
        notices.append(Notice(_(note)))
    return notices


def house_words(subject: Subject) -> dict[str, str]:
    """What an association's own pages may ask for by name; what is not known is left out."""
    definition = subject.definition
    owners = [one.name for one in definition.parties if one.role == "owner"]
    words = {
        "insats": subject.name,
        "period": periods_in_words(subject),
        "insatsägare": ", ".join(owners),
        "förbund": ", ".join(definition.associations),
        "diarienummer": definition.reference,
    }
    return {name: word for name, word in words.items() if word}


def front_facts(
    subject: Subject, template: ReportTemplate, *, final: bool
) -> tuple[tuple[str, str], ...]:
    follow_up, known = subject.follow_up, house_words(subject)
    facts = [
        (_("Insats"), subject.name),
        (_("Insatstid"), known.get("period", "")),
        (_("Insatsägare"), known.get("insatsägare", "")),
        (_("Samordningsförbund"), known.get("förbund", "")),
        (_("Diarienummer"), known.get("diarienummer", "")),
        (_("Inskrivna från och med"), day(follow_up.since) if follow_up.since else ""),
        (_("Uppgifter till och med"), day(follow_up.as_of)),
        (_("Deltagare"), coverage_of(follow_up)),
        (_("Definition"), _("version {n}").format(n=follow_up.definition_version)),
        (_("Mall"), "" if template.one_page else template.name),
        (_("Läge"), "" if final or template.one_page else _("Utkast")),
    ]
    return tuple((label, value) for label, value in facts if value)
