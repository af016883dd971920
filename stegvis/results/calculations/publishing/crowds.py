"""People who are counted together, told apart by their numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Vector = Mapping[str, int]
Vectors = Mapping[str, Vector]  # by grouping


@dataclass(eq=False)
class Crowd:
    """`wholes` are the crowds it is known to be part of: whoever has left was once enrolled."""

    name: str
    total: int
    vectors: dict[str, dict[str, int]] = field(default_factory=dict)
    wholes: list["Crowd"] = field(default_factory=list)

    def is_same(self, total: int, vectors: Vectors) -> bool:
        """Equal in all that both are divided on; an outsider may then take them for the same."""
        shared = self.vectors.keys() & vectors.keys()
        return (
            total == self.total
            and bool(shared)
            and all(_many(self.vectors[one]) == _many(vectors[one]) for one in shared)
        )

    def holds(self, part: "Crowd") -> bool:
        """Whether `part` may lie within: nowhere more of them than of these."""
        shared = self.vectors.keys() & part.vectors.keys()
        return (
            part is not self
            and part.total <= self.total
            and all(
                many <= self.vectors[one].get(code, 0)
                for one in shared
                for code, many in part.vectors[one].items()
            )
        )

    def learn(self, vectors: Vectors, wholes: Iterable["Crowd"]) -> None:
        for grouping, vector in vectors.items():
            self.vectors.setdefault(grouping, {}).update(vector)
        self.wholes.extend(one for one in wholes if one not in self.wholes and one is not self)


def _many(vector: Vector) -> dict[str, int]:
    return {code: many for code, many in vector.items() if many}


@dataclass
class Crowds:
    """Every crowd of one follow-up. Two with the same numbers are one.

    Taking two for the same that are not gives the outsider more than he has, so that what is
    safe then is safe. The other way round it would not be.
    """

    each: list[Crowd] = field(default_factory=list)

    def of(self, name: str, total: int, vectors: Vectors, wholes: Iterable[Crowd] = ()) -> Crowd:
        found = next((one for one in self.each if one.is_same(total, vectors)), None)
        if found is None:
            found = Crowd(name, total)
            self.each.append(found)
        found.learn(vectors, wholes)
        return found
