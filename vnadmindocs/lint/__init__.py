"""Rules over what was written, and the runner that stamps them."""
