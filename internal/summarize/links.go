package summarize

import (
	"slices"

	"mojaz/internal/corpus"
)

// links are what relations, phases and assertions say of sentences.
type links struct {
	agree     map[place][]tie  // passages that corroborate it
	news      map[place]bool   // it updates what was said before
	overtaken map[place]bool   // it was updated
	happens   map[place]bool   // it asserts that something is done or goes on
	phase     map[place]string // the first phase of which it is evidence
	voice     map[place]string // who asserts the first thing in it, "" for the page's own voice
}

// tie is a relation of a sentence: the part of it that has the relation, and the
// passage that it has it to.
type tie struct{ own, other corpus.Ref }

// confirming gives the passages that corroborate a sentence; of with what, only those
// that corroborate a part of it that touches one of these passages.
func (l *links) confirming(p place, with ...corpus.Ref) (out []corpus.Ref) {
	for _, t := range l.agree[p] {
		touches := func(r corpus.Ref) bool { return r.Doc == t.own.Doc && r.Overlaps(t.own.Span) }
		if len(with) == 0 || slices.ContainsFunc(with, touches) {
			out = append(out, t.other)
		}
	}
	return out
}

// link reads the relations, phases and assertions of an affair.
func (s *story) link() links {
	l := links{map[place][]tie{}, map[place]bool{}, map[place]bool{}, map[place]bool{}, map[place]string{}, map[place]string{}}
	for _, r := range s.Relations {
		a, okA := s.place(r.A)
		b, okB := s.place(r.B)
		if !okA || !okB {
			continue
		}
		switch r.Kind {
		case corpus.Corroborates:
			l.agree[a] = append(l.agree[a], tie{r.A, r.B})
			l.agree[b] = append(l.agree[b], tie{r.B, r.A})
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
	for _, x := range s.Assertions {
		p, ok := s.place(x.Ref)
		if !ok {
			continue
		}
		if _, heard := l.voice[p]; !heard {
			l.voice[p] = x.SpeakerName
		}
		if x.Polarity != corpus.Denies && (x.Status == corpus.StatusDone || x.Status == corpus.StatusOngoing) {
			l.happens[p] = true
		}
	}
	return l
}

// tied reports whether a phase or a relation ties a sentence to the rest of the
// affair.
func (l *links) tied(p place) bool {
	return l.phase[p] != "" || l.news[p] || l.overtaken[p] || len(l.agree[p]) > 0
}

// newestDocs is how many documents tell the latest state at most.
const newestDocs = 3

// newest gives the index of the first of the documents that were published on
// the last day of those before last.
func (s *story) newest(last int) int {
	first := last - 1
	for first > 0 && last-first < newestDocs && s.Documents[first-1].Meta.Published == s.Documents[last-1].Meta.Published {
		first--
	}
	return first
}
