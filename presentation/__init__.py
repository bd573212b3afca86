"""What an answer looks like: tables, words, sentences, formats; no terminal needed."""
