"""The child: limits first, then imports, then the file."""

from stegvis.core.files.isolated.restraint import restrain_look

restrain_look()

import sys  # noqa: E402 - nothing is imported before the limits stand

from stegvis.core.files.isolated.attachments.answering import answer  # noqa: E402

if __name__ == "__main__":
    answer(sys.argv[1], sys.stdout.buffer)
