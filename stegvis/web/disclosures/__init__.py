"""What is told on purpose: chosen, previewed, sent, received; and a receipt of it."""
