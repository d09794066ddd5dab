package crossref

import "mojaz/internal/corpus"

// Relations gives the pairs of passages that confirm, contradict, update or
// elaborate each other. It reads a.Documents, a.Cast and a.Assertions.
func Relations(a corpus.Affair) []corpus.Relation[corpus.Ref] { return nil }
