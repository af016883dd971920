"""What of a follow-up may leave the house: its figures at level report or open.

Main words: breakdown, crowd (people counted together), tie (what adds up to what), hidden cell.
Begin at `publish.publish`. Arithmetic of hiding is in `disclosure`; here stands which numbers
of a figure are counts of which people, and what is left of the figure when some are hidden.
It must never say why a number is hidden: small and linked look the same to the reader.
"""

from stegvis.results.calculations.publishing.publish import Publication, publication, publish

__all__ = ["Publication", "publication", "publish"]
