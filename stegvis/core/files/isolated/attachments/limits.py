"""How large an attached file may be, and why not larger.

Measured 2026-11 on two shared cores: a PDF of 20 MB is cleaned in half a second, a Word
document with 8 MB of XML (a thousand pages) in two.
"""

from stegvis.core.files.isolated.limits import KILOBYTE, MEGABYTE

FILE_BYTES = 20 * MEGABYTE  # a hundred scanned pages, or two pictures of the best telephone
PIXELS = 110_000_000  # a telephone camera of 108 megapixels
CHUNK_BYTES = KILOBYTE  # of a kept chunk that says how a PNG is shown; most hold under 50
XML_BYTES = 16 * MEGABYTE  # in a Word document, all parts together
PDF_OBJECTS = 100_000  # a thousand pages of a tagged report have 50 000
PDF_VALUES = 1_000_000  # in all objects together
TAIL_BYTES = 66 * KILOBYTE  # where a zip reader looks for its table of contents
CLEAN_SECONDS = 8  # of processor time, for an honest file of the largest size
CLEAN_MEMORY = 300 * MEGABYTE
