"""What a frozen report is compared by."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """A figure that says something else now than when the report was frozen.

    `figure` is the programme's id and the figure's; an empty `then` or `now` was or is not there.
    """

    figure: str
    title: str
    then: str
    now: str


@dataclass(frozen=True)
class Since:
    """What has happened since a report was frozen."""

    figures: tuple[Difference, ...] = ()
    definition: tuple[str, str] | None = None
    data_differ: bool = False
    """Facts have been delivered or undone; the figures may be the same all the same."""

    @property
    def is_nothing(self) -> bool:
        return not self.figures and self.definition is None and not self.data_differ
