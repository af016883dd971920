"""Figures that every programme has, whatever its goals are."""

from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.values.figures import Figure


def standard_figures(frames: Frames) -> tuple[Figure, ...]:
    return ()
