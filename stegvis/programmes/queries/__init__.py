"""What others ask of this room: programmes one may see, and their definitions on a day."""
