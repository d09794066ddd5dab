package summarize

import "mojaz/internal/corpus"

// links are what relations, phases and assertions say of sentences.
type links struct {
	agree     map[place][]corpus.Ref // passages that corroborate it
	news      map[place]bool         // it updates what was said before
	overtaken map[place]bool         // it was updated
	happens   map[place]bool         // it asserts that something is done or goes on
	phase     map[place]string       // the first phase of which it is evidence
}

// link reads the relations and phases of an affair, and the assertions of its newest
// documents.
func (s *story) link() links {
	l := links{map[place][]corpus.Ref{}, map[place]bool{}, map[place]bool{}, map[place]bool{}, map[place]string{}}
	for _, r := range s.Relations {
		a, okA := s.place(r.A)
		b, okB := s.place(r.B)
		if !okA || !okB {
			continue
		}
		switch r.Kind {
		case corpus.Corroborates:
			l.agree[a] = append(l.agree[a], r.B)
			l.agree[b] = append(l.agree[b], r.A)
		case corpus.Updates:
			l.news[a], l.overtaken[b] = true, true
		}
	}
	for _, ph := range s.Phases {
		for _, e := range ph.Evidence {
			if p, ok := s.place(e.At); ok && l.phase[p] == "" {
				l.phase[p] = ph.ID
			}
		}
	}
	first := s.newest()
	for _, x := range s.Assertions {
		doc, ok := s.order[x.Doc]
		if !ok || doc < first || x.Polarity == corpus.Denies || x.Status != corpus.StatusDone && x.Status != corpus.StatusOngoing {
			continue
		}
		if p, ok := s.place(x.Ref); ok {
			l.happens[p] = true
		}
	}
	return l
}

// newest gives the index of the first of the documents that tell the latest
// state: those of the last day, three at most.
func (s *story) newest() int {
	n := len(s.Documents)
	first := max(0, n-1)
	for first > 0 && n-first < 3 && s.Documents[first-1].Meta.Published == s.Documents[n-1].Meta.Published {
		first--
	}
	return first
}
