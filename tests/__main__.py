"""All tests, the stories in the browser beside the others; with arguments, what pytest is told.

The two halves take about as long. The stories' output is held until the others are done.
"""

import subprocess
import sys
import tempfile

STORIES = "tests/stories"
PYTEST = [sys.executable, "-P", "-m", "pytest"]


def main(arguments):
    if arguments:
        return subprocess.run([*PYTEST, *arguments], check=False).returncode
    with tempfile.TemporaryFile() as told:
        beside = subprocess.Popen([*PYTEST, STORIES], stdout=told, stderr=subprocess.STDOUT)
        try:
            code = subprocess.run([*PYTEST, "--ignore", STORIES], check=False).returncode
            beside.wait()
        finally:
            beside.terminate()
        told.seek(0)
        sys.stdout.flush()
        sys.stdout.buffer.write(told.read())
    return code or beside.returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
