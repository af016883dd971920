"""figures.json, for other programs."""

from pathlib import Path

from stegvis.reports.calculations.figures_json import figures_text
from stegvis.results.values.figures import FollowUp


def write_figures(follow_up: FollowUp, path: Path) -> None:
    path.write_text(figures_text(follow_up), encoding="utf-8")
