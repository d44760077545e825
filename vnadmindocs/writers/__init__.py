"""Writers only typeset a Layout."""
