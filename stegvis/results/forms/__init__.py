"""What a person is asked about facts: files to deliver, and what their words mean."""
