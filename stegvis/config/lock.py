"""Pin everything with hashes and no address, so that any mirror will do."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMPILE = ("uv", "pip", "compile", "--universal", "--generate-hashes", "--no-emit-index-url")
OPTIONS = ("--no-header", "--quiet", "--python-version", "3.11")

# what is asked for, and the file that it is pinned in
WANTED = (
    (("pyproject.toml",), "requirements.txt"),
    (("--group", "dev", "-c", "requirements.txt"), "requirements-dev.txt"),
    (("--group", "node"), "requirements-node.txt"),
)


def main() -> int:
    for asked, pinned in WANTED:
        command = [sys.executable, "-P", "-m", *COMPILE, *OPTIONS, *asked, "-o", pinned]
        subprocess.run(command, cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
