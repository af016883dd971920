"""Cox regression, as thin as it can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from stegvis.results.calculations.statistics.shares import LEVEL, two_sided_z
from stegvis.results.values.figures import Interval


@dataclass(frozen=True, slots=True)
class Hazard:
    """How many times as fast the event comes per unit of the covariate."""

    coefficient: float
    standard_error: float
    ratio: float
    interval: Interval
    p: float


def cox_regression(
    days: Sequence[int],
    happened: Sequence[bool],
    covariates: Mapping[str, Sequence[float]],
    *,
    level: float = LEVEL,
) -> dict[str, Hazard]:
    """Proportional hazards with Efron's handling of ties, as R."""
    import numpy as np  # noqa: PLC0415 - comes with statsmodels
    from statsmodels.duration.hazard_regression import PHReg  # noqa: PLC0415 - slow to import

    columns = np.column_stack([np.array(values, dtype=float) for values in covariates.values()])
    outcome = np.array([int(flag) for flag in happened])
    fitted = PHReg(np.array(days), columns, status=outcome, ties="efron").fit()
    rows = zip(covariates, fitted.params, fitted.bse, fitted.pvalues, strict=True)
    return {
        name: _hazard((float(coefficient), float(error), float(p)), level)
        for name, coefficient, error, p in rows
    }


def _hazard(fitted: tuple[float, float, float], level: float) -> Hazard:
    coefficient, error, p = fitted
    reach = two_sided_z(level) * error
    interval = Interval("wald", level, exp(coefficient - reach), exp(coefficient + reach))
    return Hazard(coefficient, error, exp(coefficient), interval, p)
