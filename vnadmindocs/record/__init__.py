"""What a person writes: reader, vocabulary, models, schemas."""
