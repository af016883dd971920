"""Whether a delivery is of this programme and of a version that this program knows."""

from collections.abc import Iterable

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault, Refused
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.results.calculations.reading.words import fold
from stegvis.results.values.reading import Draft

TEMPLATE_VERSION = "1"
"""The version of the documented tables that this program writes and reads."""

ABOUT = TABLE_OF["about"]


class OfTheWhole(Refused):
    """The data are of the programme that the definition is a part of."""


def check_delivery(about: Draft | None, definition: Definition) -> list[Fault]:
    """Warnings; what would make every figure meaningless is refused."""
    where = _(ABOUT.title)
    if about is None or about.frame.is_empty():
        what = _("Det står ingenstans vilken insats uppgifterna gäller; {ours} antas.")
        return [Fault(where, what.format(ours=definition.name))]
    row = about.frame.row(0, named=True)
    refuse_another_programme(row["programme"] or "", definition)
    _refuse_later_template(row["template_version"])
    warnings = _version_warnings(where, row["definition_version"], definition)
    if about.frame.height > 1:
        warnings.append(Fault(where, _("Bara den första raden läses.")))
    return warnings


def refuse_another_programme(stated: str, definition: Definition) -> None:
    if not stated or fold(stated) in {fold(definition.id), fold(definition.name)}:
        return
    if definition.part_of and fold(stated) == fold(definition.part_of):
        sentence = _(
            "Uppgifterna gäller insatsen {theirs}, som {ours} är en del av. "
            "Räkna med definitionen av {theirs}; delen kommer med."
        )
        raise OfTheWhole(sentence.format(theirs=stated, ours=definition.name))
    sentence = _(
        "Uppgifterna gäller insatsen {theirs}, men definitionen gäller {ours}. "
        "Ingenting har räknats. Välj rätt uppgifter eller rätt definition."
    )
    raise Refused(sentence.format(theirs=stated, ours=definition.name))


def _refuse_later_template(stated: str | None) -> None:
    if stated and _is_later(stated, TEMPLATE_VERSION):
        sentence = _(
            "Uppgifterna är skrivna i mallens version {stated}; den här versionen av Stegvis läser "
            "till och med {ours}. Uppdatera programmet."
        )
        raise Refused(sentence.format(stated=stated, ours=TEMPLATE_VERSION))


def _version_warnings(where: str, stated: str | None, definition: Definition) -> list[Fault]:
    if not stated or fold(stated) == fold(definition.version):
        return []
    if _is_later(stated, definition.version):
        sentence = _(
            "Uppgifterna är skrivna för version {stated} av definitionen; den som används är "
            "version {ours}. Använd den senare definitionen."
        )
        raise Refused(sentence.format(stated=stated, ours=definition.version))
    what = _("Uppgifterna är skrivna för version {stated} av definitionen och räknas med {ours}.")
    return [Fault(where, what.format(stated=stated, ours=definition.version))]


def _is_later(stated: str, ours: str) -> bool:
    """Numbers compared as numbers; versions that are words are never later."""
    theirs, own = _numbers(stated), _numbers(ours)
    return bool(theirs and own) and theirs > own


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.strip().split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else ()


def refuse_unrecognised(sheets: Iterable[str], drafts: dict[str, Draft]) -> None:
    """Nothing to count, or rows of enrolments that are not there."""
    if not set(drafts) - {"about"}:
        sentence = _(
            "Inget blad känns igen. Bladen är: {sheets}. Väntat: tabeller som Inskrivningar, "
            "Avslut eller Volymer utan personer, eller ett eget blad med en översättning "
            "(python3 run.py mapping propose)."
        )
        raise Refused(sentence.format(sheets=", ".join(sheets) or _("inga")))
    if "enrolments" in drafts:
        return
    lost = [_(draft.table.title) for draft in drafts.values() if _needs_enrolments(draft)]
    if lost:
        sentence = _(
            "Tabellen Inskrivningar saknas, men {tables} hör till inskrivningar. "
            "Lägg till den, annars går ingenting att räkna."
        )
        raise Refused(sentence.format(tables=", ".join(lost)))


def _needs_enrolments(draft: Draft) -> bool:
    needs = [column.name for column in draft.table.columns if column.refers_to == "enrolments"]
    return any(draft.frame[name].null_count() < draft.frame.height for name in needs)


def refuse_personal_data(found: Iterable[tuple[str, str, str]]) -> None:
    """`found`: sheet, heading and what the column seems to hold; never what stands there."""
    faults = [
        Fault(
            _("blad {sheet}, kolumn {heading}").format(sheet=sheet, heading=heading),
            _("Kolumnen ser ut att innehålla {kind}; den läses inte.").format(kind=_(kind)),
            expected=_("ett löpnummer som bara ni kan koppla till en person"),
        )
        for sheet, heading, kind in found
    ]
    if faults:
        sentence = _("Uppgifterna pekar ut personer. Ingenting har lästs vidare.")
        raise Refused(sentence, faults)
