"""Tables made of figures; no table holds a number that no figure has."""
