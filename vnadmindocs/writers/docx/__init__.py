"""The .docx writer: a prepared Word template and one zip write."""
