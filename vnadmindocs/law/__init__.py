"""The decree as data with loaders: norms, words, document types, issuers, authority."""
