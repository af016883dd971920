"""Forms of rows that several people may change: each carries the version that it was made from.

form = ContactForm(request.POST or None, row=contact)
...
change_versioned(rows, form.row, values, version=form.version)   # core.actions.versions
"""

from typing import Any

from django import forms

FIRST = 1


class VersionedForm(forms.Form):
    """Filled from `row` where it has what the fields are called; a new row has version 1."""

    version_field = "version"

    def __init__(self, *args: Any, row: Any = None, **kwargs: Any) -> None:
        self.row = row
        kwargs["initial"] = self.values_of(row) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields[self.version_field] = forms.IntegerField(
            min_value=FIRST, widget=forms.HiddenInput
        )

    def values_of(self, row: Any) -> dict[str, Any]:
        """What the form shows of a row."""
        found = {name: getattr(row, name) for name in self.base_fields if hasattr(row, name)}
        return found | {self.version_field: getattr(row, "version", FIRST)}

    @property
    def version(self) -> int:
        """That which was read."""
        version: int = self.cleaned_data[self.version_field]
        return version

    @property
    def values(self) -> dict[str, Any]:
        """What was written, without the version."""
        said = self.cleaned_data.items()
        return {name: value for name, value in said if name != self.version_field}
