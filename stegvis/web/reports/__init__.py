"""Reports: written beside their figures, previewed, frozen."""
