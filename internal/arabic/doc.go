// Package arabic turns letters into what can be compared, counted and cut:
// folded forms, tokens, sentences, numbers, clitics and slugs.
//
// It knows nothing of documents. Every offset that it gives is a byte offset
// into the string it was given, on a rune boundary. Word lists stand in data/,
// written as people spell them; they are folded when they are read.
package arabic
