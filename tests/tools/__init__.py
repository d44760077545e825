"""The tools that make what is committed beside the code."""
