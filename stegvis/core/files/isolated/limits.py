"""How much of a stranger's file is read, and why not more.

Measured 2026-11 on two shared cores: an honest workbook of 100 000 rows × 20 columns is a
15 MB file, 72 MB of XML and 2 million cells, and is looked through in about one second.
"""

KILOBYTE = 1 << 10
MEGABYTE = 1 << 20

FILE_BYTES = 64 * MEGABYTE  # four times the honest workbook above
UNPACKED_BYTES = 80 * MEGABYTE  # what can be looked through in a second and a quarter
PACKED_RATIO = 200  # honest sheet XML packs 5–60 times; deflate can reach 1 032
RATIO_MATTERS_FROM = MEGABYTE  # small parts may be as empty as they like
ENTRIES = 2_000  # a part for each sheet, picture and drawing; Excel writes 10–100
DIRECTORY_BYTES = MEGABYTE  # 2 000 entries with long names need a third of this
SMALL_PART_BYTES = 2 * MEGABYTE  # the list of sheets, relationships and styles
SHEETS = 100  # one per documented table, many times over
COLUMNS = 1_024  # to AMJ, the old width of LibreOffice, which styles whole rows
ROWS = 1_048_576  # in all sheets together; as many as Excel has in one
CAREFUL_BYTES = 12 * MEGABYTE  # looked at closely; ten times slower, needed for odd files
COMMENTS = 100  # in a piece; no spreadsheet program writes any
CELLS = 2_500_000  # 100 000 rows × 25 columns
SHARED_STRINGS = 500_000  # Excel stores each text once: 100 000 rows with five own texts
TEXT_BYTES = 128 * MEGABYTE  # all cell text laid out; one text may be shown by many cells
MARKUP_GAP = 256 * KILOBYTE  # a cell holds at most 32 767 characters, escaped six bytes each
CELL_CHARACTERS = 32_767  # Excel's own limit for a cell
LINE_BYTES = MEGABYTE  # a line of CSV; 1 024 columns of 1 000 characters
FOOTER_BYTES = MEGABYTE  # the table of contents of a Parquet file: 10–50 kB for 20 columns
FOLDER_FILES = 100  # one per documented table, many times over
FAULTS = 100  # listed one by one; the rest are counted

PIECE = 256 * KILOBYTE  # read and looked through at a time; fits a processor cache

LOOK_SECONDS = 2  # of processor time, before the file is known to be honest
LOOK_MEMORY = 300 * MEGABYTE  # of address space, before the file is known to be honest
SCAN_BYTES_PER_SECOND = 32 * MEGABYTE  # half the measured speed, for slow machines
READ_SECONDS = 30  # an honest file of the largest size takes about five
READ_BYTES_PER_CELL = 400  # measured 100: sparse, dense and Python copies, and what is sent
HARD_SECONDS = 600  # for all the files of a folder together
HARD_MEMORY = 6_144 * MEGABYTE  # what the soft limits can never be raised past
POLARS_ADDRESS_SPACE = 2_048 * MEGABYTE  # reserved, not used: measured 830 MB with one thread
POLARS_MEMORY = 256 * MEGABYTE  # its private memory after import is 60–110 MB
SCRATCH_BYTES = 256 * MEGABYTE  # RLIMIT_FSIZE: the scratch copy of what was looked through
WALL_SECONDS = 60  # a file, kept by the parent, for a child that only waits
OUTPUT_BYTES = 512 * MEGABYTE  # more than CELLS and TEXT_BYTES can make
