// Package crossref turns the mentions and claims of a dossier's documents into
// one cast, and into relations between passages.
package crossref
