"""From a short YAML record to an official Vietnamese administrative document."""
