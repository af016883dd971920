"""The shapes of a report: template, document, charts."""
