"""The access log on screen: checked by unit heads, alarmed of, and told to participants."""
