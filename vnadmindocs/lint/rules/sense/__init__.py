"""Rules of sense: what spans fields of a record."""
