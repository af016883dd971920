"""The languages that a text of consent may be written in, each by its own name."""

TEXT_LANGUAGES = (
    ("sv", "Svenska"),
    ("en", "English"),
    ("ar", "العربية"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("pl", "Polski"),
    ("so", "Soomaali"),
    ("ti", "ትግርኛ"),
    ("uk", "Українська"),
)
"""Own choice: those most often asked for; the first is where one begins."""
