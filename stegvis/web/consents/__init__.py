"""What a person has agreed to, and who is shut out: taken, withdrawn, made and ended."""
