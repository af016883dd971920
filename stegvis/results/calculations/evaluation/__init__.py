"""From a definition and facts to figures, on any engine that Narwhals drives."""

from stegvis.results.calculations.evaluation.follow_up import evaluate, goal_table

__all__ = ["evaluate", "goal_table"]
