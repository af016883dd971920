"""Facts from files, empty workbooks to fill, and mappings saved as TOML."""
