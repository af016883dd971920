"""Reports, texts, notes and frozen versions, always from what the viewer may see."""
