"""A linear programme, some of whose unknowns may have to be whole numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

WHOLE = 1e-6  # how near to a whole number counts as one


@dataclass
class Program:
    """Built row by row, solved once by HiGHS through scipy."""

    costs: list[float] = field(default_factory=list)
    limits: list[tuple[float, float]] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    entries: list[tuple[int, int, float]] = field(default_factory=list)
    row_limits: list[tuple[float, float]] = field(default_factory=list)

    def unknown(self, low: float, high: float, *, cost: float = 0.0, whole: bool = False) -> int:
        self.costs.append(cost)
        self.limits.append((low, high))
        self.whole.append(whole)
        return len(self.costs) - 1

    def row(self, terms: Iterable[tuple[int, float]], low: float, high: float) -> None:
        number = len(self.row_limits)
        self.entries.extend((number, unknown, factor) for unknown, factor in terms)
        self.row_limits.append((low, high))

    def solve(self) -> list[float] | None:
        """The cheapest solution; None when there is none."""
        if not self.costs:
            return []
        import numpy as np  # noqa: PLC0415 - comes with scipy
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - slow to import
        from scipy.sparse import csr_array  # noqa: PLC0415 - the same

        rows, columns, factors = zip(*self.entries, strict=True)
        shape = (len(self.row_limits), len(self.costs))
        matrix = csr_array((factors, (rows, columns)), shape=shape)
        found = milp(
            np.array(self.costs),
            bounds=Bounds(*np.array(self.limits, dtype=float).T),
            constraints=LinearConstraint(matrix, *np.array(self.row_limits).T),
            integrality=np.array(self.whole, dtype=int),
        )
        return None if found.x is None else [float(value) for value in found.x]


def is_whole(value: float) -> bool:
    return abs(value - round(value)) <= WHOLE
