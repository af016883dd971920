"""Reading files that strangers send, without trusting them."""
