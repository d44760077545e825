"""Faces and their measures: what a line of text needs on paper."""
