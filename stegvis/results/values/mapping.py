"""How the columns and words of somebody's own sheet become facts; made once, saved as TOML."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, model_validator

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.programmes.values.records import Code, Record, Slug, Words

MAPPING_FORMAT = 1
NOTHING = "-"
"""Written as the meaning of a word that stands for an empty cell, such as `pågår`."""

UNREAD, SERIAL, AGE = "unread", "key", "age"
"""What a person may say of a heading, beside the columns of our tables."""


class RowRule(Record):
    """One row of a table from each row of the sheet, when there is anything to say.

    `take`: our column → their heading. `constants`: our column → a code. `when`: the heading
    of a yes/no column that decides whether there is a row.
    """

    table: Code
    take: dict[Code, Words] = Field(default_factory=dict)
    constants: dict[Code, Words] = Field(default_factory=dict)
    when: str = ""

    @model_validator(mode="after")
    def _names_what_exists(self) -> "RowRule":
        table = TABLE_OF.get(self.table)
        if table is None or table.name == "about":
            sentence = _("Tabellen {table} finns inte.")
            raise ValueError(sentence.format(table=self.table))
        unknown = [name for name in (*self.take, *self.constants) if table.column(name) is None]
        if unknown:
            sentence = _("Tabellen {table} har ingen kolumn {column}.")
            raise ValueError(sentence.format(table=self.table, column=unknown[0]))
        return self


class PersonalNumber(Record):
    """What may be worked out from a personal number before it is dropped."""

    heading: Words
    gives: tuple[Literal["birth_year", "gender", "same_person"], ...]


class Mapping(Record):
    """`key` is the heading of their own serial number; without one the rows are numbered.

    `words` by heading: their word → our code, empty where nobody has said yet.
    `uncertain` are the headings whose reading a person must confirm; `unread` are not read.
    """

    format: int = MAPPING_FORMAT
    programme: Slug
    sheet: str = ""
    heading_row: Annotated[int, Field(gt=0)] = 1
    key: str = ""
    age_at_enrolment: str = ""
    personal_number: PersonalNumber | None = None
    date_formats: tuple[Words, ...] = ()
    rows: tuple[RowRule, ...] = ()
    words: dict[str, dict[str, str]] = Field(default_factory=dict)
    unread: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading that is read, in the order of the rules."""
        single = [self.key, self.age_at_enrolment]
        rules = [heading for rule in self.rows for heading in (*rule.take.values(), rule.when)]
        return tuple(dict.fromkeys(one for one in (*single, *rules) if one))


class ImpliedMapping(Mapping):
    """What our own sheet of participants means: there is no file to add a word to."""


@dataclass(frozen=True)
class Proposal:
    """A mapping that a person must look through, and what to look at.

    `doubts` and `unread` by heading say why; `word_doubts` by heading and word. `headings` are
    all that the sheet has; those that are `personal` nobody can choose to read.
    """

    mapping: Mapping
    doubts: dict[str, str]
    unread: dict[str, str]
    word_doubts: dict[tuple[str, str], str]
    personal_number: str = ""
    headings: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
