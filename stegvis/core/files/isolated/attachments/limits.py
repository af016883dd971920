"""How large an attached file may be, and why not larger.

Measured 2026-11 on two shared cores: a PDF of 18 MB with twenty scans is made anew in half a
second, one of 50 000 small objects in 1.7, and a Word document with 8 MB of XML in 1.5. What is
found last in a hostile file is to be found within two seconds.
"""

from stegvis.core.files.isolated.limits import KILOBYTE, MEGABYTE

FILE_BYTES = 20 * MEGABYTE  # a hundred scanned pages, or two pictures of the best telephone
PIXELS = 110_000_000  # a telephone camera of 108 megapixels
CHUNK_BYTES = KILOBYTE  # of a kept chunk that says how a PNG is shown; most hold under 50
XML_BYTES = 7 * MEGABYTE  # in a Word document, all parts together: about five hundred pages
PDF_OBJECTS = 40_000  # of a tagged report with four hundred pages
PDF_VALUES = 400_000  # in all objects together
TAIL_BYTES = 66 * KILOBYTE  # where a zip reader looks for its table of contents
CLEAN_SECONDS = 8  # of processor time, as other machines are slower
CLEAN_MEMORY = 300 * MEGABYTE
