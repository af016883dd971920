"""The side of reading that meets the stranger's bytes, in a process of its own.

Main words: problem, limit, scan, scratch copy, message.
Started by `sheets` with the files already open; answers in JSON lines.
It must never know Swedish, the domain, the network or any path.
"""
