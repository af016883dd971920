"""What the queue runs for the results: one module for each kind of work."""

from stegvis.results.tasks import deliveries, recorded
from stegvis.results.tasks.standing import compute_standing, keep_figures_current

__all__ = ["compute_standing", "deliveries", "keep_figures_current", "recorded"]
