package site

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// texts gives the titles and paragraphs of briefings, one after the other.
func texts(briefings []corpus.Briefing) string {
	var b strings.Builder
	for i := range briefings {
		b.WriteString(briefings[i].Title + "\n")
		for _, p := range briefings[i].Paragraphs {
			b.WriteString(p.Text + "\n")
		}
	}
	return b.String()
}

// names takes out of the dossier whom only what is withheld names, and the words
// for others, and for phases and relations, that stand nowhere else. It comes last:
// what stays is judged by what may be shown. Words that stand in no text are an
// editor's own, and stay.
func (l *limiter) names() {
	d := l.dossier
	whole, seen := texts(l.whole.Briefings), texts(d.Briefings)
	secret := func(words string) bool {
		return words != "" && strings.Contains(whole, words) && !strings.Contains(seen, words)
	}
	for i := range d.Briefings {
		l.briefingNames(&d.Briefings[i], secret)
	}
	before, after := namedIn(l.whole, l.whole.Briefings), namedIn(l.whole, d.Briefings)
	d.Entities = without(d.Entities, func(e someone) bool {
		return before[e.ID] && !after[e.ID] && e.Line == nil && len(e.Tenures) == 0
	})
	own := map[string]bool{}
	for i := range d.Briefings {
		for _, n := range d.Briefings[i].Names {
			own[arabic.Fold(n.Name)] = true
		}
	}
	for i := range d.Entities {
		e := &d.Entities[i]
		e.Aliases = without(e.Aliases, func(a string) bool { return secret(a) && !own[arabic.Fold(a)] })
	}
	for i := range d.Phases {
		if p := &d.Phases[i]; secret(p.Label) {
			p.Label = p.Evidence[0].At.Text
		}
	}
}

// briefingNames takes out of a briefing the names that nothing shown of it leads
// to, and the words for others and for what is compared that are secret.
func (l *limiter) briefingNames(b *corpus.Briefing, secret func(string) bool) {
	for i := range b.Relations {
		if r := &b.Relations[i]; secret(r.About) {
			r.About = ""
		}
	}
	if rightsOf(l.dossier, b) == corpus.RightsFull {
		return
	}
	used := map[string]bool{}
	for _, p := range b.Paragraphs {
		for _, n := range p.Links {
			used[n.Name] = true
		}
	}
	for _, q := range b.Quotes {
		used[q.Speaker] = true
	}
	b.Names = without(b.Names, func(n corpus.Name) bool { return !used[n.Name] })
	for i := range b.Names {
		if n := &b.Names[i]; secret(n.Role) {
			n.Role = ""
		}
	}
}

// namedIn tells which entities of a dossier briefings name.
func namedIn(d *corpus.Dossier, briefings []corpus.Briefing) map[corpus.EntityID]bool {
	c, out := newCast(d), map[corpus.EntityID]bool{}
	for i := range briefings {
		for _, n := range briefings[i].Names {
			if _, e, ok := c.who(n); ok && e != nil {
				out[e.ID] = true
			}
		}
	}
	return out
}
