"""From a Record to a Layout: every ô with its final words and its used values."""
