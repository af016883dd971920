"""Rows of one table of a definition as forms: changed, taken away, added."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, cast

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext as _

from stegvis.programmes.forms.parts.fields import MOST_ROWS
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.identifiers import code_from

Row = dict[str, Any]
PLACE = "place"


class RowForm(forms.Form):
    """One row of `table`; `one` is what it is called.

    `identity` is its id or code, which a new row gets from the key `named_by`.
    """

    table: ClassVar[str]
    one: ClassVar[Any]
    identity: ClassVar[str] = ""
    named_by: ClassVar[str] = "name"

    def __init__(self, *args: Any, definition: Definition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.definition = definition
        self.choose(definition)
        if self.is_new:
            self.initial = {**self.initial, **self._first_choices()}

    def _first_choices(self) -> Row:
        """What a browser shows in a row that nobody has touched, so that it counts as empty."""
        fields = self.fields.items()
        lists = {name: field for name, field in fields if isinstance(field, forms.ChoiceField)}
        return {
            name: field.initial or next(iter(field.choices))[0]  # type: ignore[arg-type]
            for name, field in lists.items()
        }

    def choose(self, definition: Definition) -> None:
        """Fill the lists that depend on the definition."""

    @classmethod
    def shown(cls, row: Row) -> Row:
        """A row of the text as the form's first values."""
        return dict(row)

    def row(self, before: Row) -> Row:
        """`before` with what has been changed; what was emptied is left out."""
        names = [name for name in self.fields if name != DELETION_FIELD_NAME]
        changed = names if self.is_new else [name for name in names if name in self.changed_data]
        said = {name: self.cleaned_data[name] for name in changed if self._says(name)}
        kept = {key: value for key, value in before.items() if key not in changed}
        ordered = [key for key in before if key in said or key in kept]
        return {key: said.get(key, kept.get(key)) for key in ordered} | said

    def _says(self, name: str) -> bool:
        """An empty field and an unticked box say nothing; a no that was chosen does."""
        value, field = self.cleaned_data[name], self.fields[name]
        is_box = isinstance(field, forms.BooleanField)
        return bool(value) if is_box else value not in (None, "")

    @property
    def is_new(self) -> bool:
        return self.initial.get(PLACE) is None

    @property
    def legend(self) -> str:
        name = "" if self.is_new else str(self.initial.get(self.named_by) or "")
        return f"{self.one}: {name}" if name else str(self.one)

    def clean(self) -> Row:
        said: Row = super().clean() or self.cleaned_data
        first, last = said.get("first"), said.get("last")
        if first and last and last < first:
            self.add_error("last", _("Sista dagen kommer före den första."))
        return said


class Rows(BaseFormSet):  # type: ignore[type-arg]
    """The rows of one table."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME].label = _("Ta bort raden")

    def clean(self) -> None:
        """What was sent is about the rows that stand here now, all of them."""
        standing = len(self.initial or ())
        if self.initial_form_count() != standing or len(self.forms) < standing:
            raise forms.ValidationError(
                _("Raderna har ändrats på annat håll, i en annan flik. Ladda om sidan och gör om.")
            )

    @property
    def table(self) -> str:
        found: str = self.form.table
        return found

    def rows(self, before: Sequence[Row]) -> list[Row]:
        """As they are to stand in the text, new ones last."""
        kept = [form for form in self.forms if form not in self.deleted_forms]
        old = [form.row(before[form.initial[PLACE]]) for form in kept if not form.is_new]
        new = [form.row({}) for form in kept if form.is_new and form.has_changed()]
        return [*old, *self._identified(new, old)]

    def _identified(self, new: list[Row], old: list[Row]) -> list[Row]:
        key, named_by = self.form.identity, self.form.named_by
        taken = [str(row.get(key)) for row in old]
        done = []
        for row in new:
            own = {key: code_from(str(row[named_by]), taken)} if key else {}
            taken.append(own.get(key, ""))
            done.append(own | row)
        return done


def rows_of(
    kind: type[RowForm],
    values: Mapping[str, Any],
    definition: Definition,
    data: Mapping[str, Any] | None = None,
) -> Rows:
    """The rows of the text with one empty row after them, or as they were sent."""
    found = values.get(kind.table, [])
    initial = [{**kind.shown(row), PLACE: place} for place, row in enumerate(found)]
    factory = formset_factory(
        kind,
        formset=Rows,
        extra=0 if found else 1,
        can_delete=True,
        can_delete_extra=False,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS,
    )
    given = {"definition": definition}
    rows = factory(data, initial=initial, prefix=kind.table, form_kwargs=given)
    return cast("Rows", rows)


def wrong_in(rows: Rows) -> Iterator[tuple[Any, str]]:
    """Every field that is wrong, with its sentence."""
    for form in rows.forms:
        for field in form.visible_fields():
            for error in field.errors:
                yield field, str(error)
