"""A document or a picture that somebody attaches: examined in a child process, and made anew.

Main words: attached file, kind, what was removed, scanning, refusal.
`examined(content, name)` gives the file as it may be kept or refuses in a sentence;
`scan(content, address)` asks clamd. It never parses a byte itself.
It must never know whom the file is about.
"""

from stegvis.core.files.attachments.examining import Examined, examined
from stegvis.core.files.attachments.scanning import scan

__all__ = ["Examined", "examined", "scan"]
