"""What record-format promises, sentence by sentence, on records of no other test."""
