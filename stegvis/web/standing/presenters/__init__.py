"""What the pages of Läget show, said in the words of the report."""
