"""The child: limits first, then imports, then the files."""

from stegvis.core.files.isolated.restraint import restrain_look

restrain_look()

import sys  # noqa: E402 - nothing is imported before the limits stand

from stegvis.core.files.isolated.answering import answer_all  # noqa: E402

if __name__ == "__main__":
    answer_all(sys.argv[1], sys.stdout.buffer)
