"""Printed forms, parsed and printed: plain values."""
