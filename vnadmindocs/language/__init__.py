"""Vietnamese as text: pure functions, no law and no layout."""
