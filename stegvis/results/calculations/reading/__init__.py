"""From words in a sheet to facts: recognise, convert, spread; pure functions of text."""
