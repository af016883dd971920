"""What surrounds every page: frame, navigation, language, sessions, errors, forms."""
