"""`python -m tests.trust [--nightly] [T1 …]`."""

import sys

from tests.trust.runner import main

sys.exit(main(sys.argv[1:]))
