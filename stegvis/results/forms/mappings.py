"""A proposed mapping as a form: what is doubtful, and what each word means."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.reading.answers import (
    codes_by_heading,
    meanings_of,
    without,
    worded,
    worked_out_from,
)
from stegvis.results.calculations.reading.mapping_check import mapping_findings
from stegvis.results.values.mapping import NOTHING, Mapping, Proposal

READ, SKIP = "read", "skip"
NUMBER = "personal_number"


@dataclass(frozen=True)
class WordGroup:
    heading: str
    fields: list[forms.BoundField]


class MappingForm(forms.Form):
    """Fields are made from the proposal: `doubt-0` for a heading, `word-0` for a word."""

    def __init__(
        self, *args: Any, proposal: Proposal, definition: Definition, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.proposal, self.definition = proposal, definition
        self.meanings = meanings_of(proposal.mapping)
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
        if proposal.personal_number:
            self.fields[NUMBER] = self._number()

    def _doubt(self, heading: str) -> forms.ChoiceField:
        read = _("Läs kolumnen som {meaning}").format(meaning=self.meanings.get(heading, ""))
        return forms.ChoiceField(
            label=heading,
            choices=[(READ, read), (SKIP, _("Läs inte kolumnen"))],
            widget=forms.RadioSelect,
            help_text=_("Osäkert: {why}.").format(why=self.proposal.doubts[heading]),
            error_messages={"required": _("Säg om kolumnen ska läsas.")},
        )

    def _word(self, heading: str, word: str, entries: list[tuple[str, str]]) -> forms.ChoiceField:
        proposed = self.proposal.mapping.words[heading][word]
        why = self.proposal.word_doubts.get((heading, word), "")
        return forms.ChoiceField(
            label=word,
            required=heading not in self.proposal.doubts,  # of a column not read nobody is asked
            choices=[("", _("Välj")), *entries, (NOTHING, _("Ingenting, som en tom cell"))],
            initial=proposed,
            help_text=_doubtful(proposed, why),
            error_messages={"required": _lacking(word)},
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
    def word_groups(self) -> Iterator[WordGroup]:
        for heading in dict.fromkeys(heading for heading, _word in self.words.values()):
            fields = [self[name] for name, (own, _word) in self.words.items() if own == heading]
            yield WordGroup(heading, fields)

    @property
    def number_field(self) -> forms.BoundField | None:
        return self[NUMBER] if NUMBER in self.fields else None

    def clean(self) -> dict[str, Any]:
        read = set(self.proposal.mapping.headings) - set(self._skipped())
        for name, (heading, word) in self.words.items():
            if heading in read and not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, _lacking(word))
        if not self.errors:
            for finding in mapping_findings(self.mapping(), self.definition):
                self.add_error(None, " ".join(filter(None, (finding.what, finding.expected))))
        return self.cleaned_data

    def _skipped(self) -> list[str]:
        answers = self.cleaned_data
        return [one for name, one in self.doubtful.items() if answers.get(name) == SKIP]

    def mapping(self) -> Mapping:
        answers = self.cleaned_data
        words = {one: answers[name] for name, one in self.words.items()}
        number = self.proposal.personal_number if answers.get(NUMBER) else ""
        chosen = worded(self.proposal.mapping, words)
        return worked_out_from(without(chosen, self._skipped()), number)


def _words(mapping: Mapping) -> list[tuple[str, str]]:
    return [(heading, word) for heading, known in mapping.words.items() for word in known]


def _doubtful(proposed: str, why: str) -> str:
    if not proposed:
        return _("Ordet har ingen betydelse än.")
    return _("Osäkert: {why}.").format(why=why) if why else ""


def _lacking(word: str) -> str:
    return _("Välj vad {word} betyder.").format(word=word)
