"""The exchange format: TOML in, TOML out, and every fault with its line."""
