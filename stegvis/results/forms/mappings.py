"""A proposed mapping as a form: what is doubtful, and what each word means."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.html import escape

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.programmes.values.findings import Finding
from stegvis.results.calculations.reading.answers import (
    codes_by_heading,
    meanings_of,
    worded,
    worked_out_from,
)
from stegvis.results.calculations.reading.choices import Choice, choices_of
from stegvis.results.calculations.reading.mapping_check import mapping_findings
from stegvis.results.calculations.reading.readings import (
    doubled,
    occasions_in,
    readings_of,
    reread,
)
from stegvis.results.values.mapping import NOTHING, UNREAD, Mapping, Proposal

READ, SKIP = "read", "skip"
NUMBER = "personal_number"


@dataclass(frozen=True)
class WordGroup:
    heading: str
    fields: list[forms.BoundField]


class Awaited(forms.ChoiceField):
    """Shown as required; the form says whether it is, for that depends on the other answers."""

    def validate(self, value: str) -> None:
        if value:
            super().validate(value)


class MappingForm(forms.Form):
    """Fields made from the proposal: `doubt-0` and `reading-0` for headings, `word-0` for words.

    A reading that is not sent stays as it was proposed.
    """

    use_required_attribute = False

    def __init__(
        self, *args: Any, proposal: Proposal, definition: Definition, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.proposal, self.definition = proposal, definition
        self.meanings = meanings_of(proposal.mapping)
        self.choices = choices_of(definition, occasions_in(proposal.mapping))
        now, free = readings_of(proposal.mapping), set(proposal.headings) - set(proposal.personal)
        self.proposed = {one: now.get(one, UNREAD) for one in proposal.headings if one in free}
        self.readings = {f"reading-{place}": one for place, one in enumerate(self.proposed)}
        self.doubtful = {f"doubt-{place}": heading for place, heading in enumerate(proposal.doubts)}
        self.words = {f"word-{place}": one for place, one in enumerate(_words(proposal.mapping))}
        for name, heading in self.doubtful.items():
            self.fields[name] = self._doubt(heading)
        codes = codes_by_heading(proposal.mapping, definition)
        for name, (heading, word) in self.words.items():
            entries = (
                [(one.code, one.name) for one in codes[heading].codes] if heading in codes else []
            )
            self.fields[name] = self._word(heading, word, entries)
        self.fields |= {name: self._reading(one) for name, one in self.readings.items()}
        if proposal.personal_number:
            self.fields[NUMBER] = self._number()

    def _doubt(self, heading: str) -> Awaited:
        read = _("Läs kolumnen som {meaning}").format(meaning=self.meanings.get(heading, ""))
        return Awaited(
            label=heading,
            choices=[(READ, read), (SKIP, _("Läs inte kolumnen"))],
            widget=forms.RadioSelect,
            help_text=_("Osäkert: {why}.").format(why=self.proposal.doubts[heading]),
        )

    def _reading(self, heading: str) -> Awaited:
        why = self.proposal.unread.get(heading, "")
        return Awaited(
            label=heading,
            choices=[(UNREAD, _("Läs inte")), *_grouped(self.choices)],
            initial=self.proposed[heading],
            help_text=escape(_("Läses inte: {why}.").format(why=why)) if why else "",
        )

    def _word(self, heading: str, word: str, entries: list[tuple[str, str]]) -> Awaited:
        proposed = self.proposal.mapping.words[heading][word]
        why = self.proposal.word_doubts.get((heading, word), "")
        return Awaited(
            label=word,
            required=heading not in self.proposal.doubts,  # of a column not read nobody is asked
            choices=[("", _("Välj")), *entries, (NOTHING, _("Ingenting, som en tom cell"))],
            initial=proposed,
            help_text=_doubtful(proposed, why),
        )

    def _number(self) -> forms.BooleanField:
        heading = self.proposal.personal_number
        return forms.BooleanField(
            required=False,
            label=_("Räkna fram födelseår och kön ur kolumnen {heading}").format(heading=heading),
            help_text=_("Personnumren släpps direkt efteråt och sparas aldrig."),
            initial=self.proposal.mapping.personal_number is not None,
        )

    @property
    def doubt_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.doubtful]

    @property
    def reading_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.readings]

    @property
    def personal(self) -> list[tuple[str, str]]:
        """Headings that nobody can choose to read, and why."""
        return [(one, self.proposal.unread.get(one, "")) for one in self.proposal.personal]

    @property
    def word_groups(self) -> Iterator[WordGroup]:
        for heading in dict.fromkeys(heading for heading, _word in self.words.values()):
            fields = [self[name] for name, (own, _word) in self.words.items() if own == heading]
            yield WordGroup(heading, fields)

    @property
    def number_field(self) -> forms.BoundField | None:
        return self[NUMBER] if NUMBER in self.fields else None

    def clean(self) -> dict[str, Any]:
        said = self._said()
        mapping, lost = self._reread(said)
        self._refuse_silence(said, mapping)
        reasons = {one: _not_so(why) for one, why in lost.items()} | doubled(said)
        for name, heading in self.readings.items():
            if heading in reasons:
                self.add_error(name, reasons[heading])
        if not self.errors:
            for finding in mapping_findings(self.mapping(), self.definition):
                self.add_error(None, f"{finding.what} {_what_to_do(finding)}".strip())
        return self.cleaned_data

    def _refuse_silence(self, said: dict[str, str], mapping: Mapping) -> None:
        """Of a column that is read as something else now, neither doubt nor words are asked."""
        answers = self.cleaned_data
        for name, heading in self.doubtful.items():
            stays = said.get(heading) == self.proposed.get(heading)
            if stays and not answers.get(name) and name not in self.errors:
                self.add_error(name, _("Säg om kolumnen ska läsas."))
        for name, (heading, word) in self.words.items():
            if heading in mapping.words and not answers.get(name) and name not in self.errors:
                self.add_error(name, _lacking(word))

    def _said(self) -> dict[str, str]:
        """Heading → code; a doubtful column that shall not be read is unread too."""
        answers = self.cleaned_data
        chosen = {one: answers.get(name) for name, one in self.readings.items()}
        said = {one: chosen.get(one) or now for one, now in self.proposed.items()}
        skipped = {one for name, one in self.doubtful.items() if answers.get(name) == SKIP}
        return {
            one: UNREAD if one in skipped and code == self.proposed[one] else code
            for one, code in said.items()
        }

    def _reread(self, said: dict[str, str]) -> tuple[Mapping, dict[str, str]]:
        if said == self.proposed:
            return self.proposal.mapping, {}
        return reread(self.proposal.mapping, said, self.choices)

    def mapping(self) -> Mapping:
        answers = self.cleaned_data
        words = {one: answers.get(name, "") for name, one in self.words.items()}
        number = self.proposal.personal_number if answers.get(NUMBER) else ""
        changed, _lost = self._reread(self._said())
        return worked_out_from(worded(changed, words), number)


def _grouped(choices: dict[str, Choice]) -> list[tuple[str, list[tuple[str, str]]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for code, choice in choices.items():
        groups.setdefault(_(TABLE_OF[choice.table].title), []).append((code, choice.label))
    return list(groups.items())


def _what_to_do(finding: Finding) -> str:
    if finding.path == ("rows",):
        return _("Välj den under Så läses bladet.")
    return finding.expected


def _not_so(why: str) -> str:
    return _("Går inte att läsa så: {why}.").format(why=why)


def _words(mapping: Mapping) -> list[tuple[str, str]]:
    return [(heading, word) for heading, known in mapping.words.items() for word in known]


def _doubtful(proposed: str, why: str) -> str:
    if not proposed:
        return _("Ordet har ingen betydelse än.")
    return _("Osäkert: {why}.").format(why=why) if why else ""


def _lacking(word: str) -> str:
    return _("Välj vad {word} betyder.").format(word=word)
