package markdown

import (
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// place is where a passage stands in a file.
type place struct {
	source *source
	shelf  shelf
	said   saying
}

// passage checks one passage: its briefing, its paragraph, its words.
func (c *dossierCheck) passage(at place, p corpus.Passage) {
	if c.count[at.source] > maxProblems {
		return
	}
	if !c.leads(at.source, at.shelf, at.said.link.place(at.said.mark), p) {
		return
	}
	f := c.files[p.Doc]
	if _, ok := c.find(f, p); !ok {
		v := c.verdict(f, p, at.shelf)
		c.report(at.source, at.source.problem(corpus.Fault, at.said.line.place(at.said.at+v.at), v.message, v.hint))
	}
}

// leads reports whether the paragraph that a passage cites is there; if not, that
// is a problem at a byte of the file.
func (c *dossierCheck) leads(s *source, from shelf, at int, p corpus.Passage) bool {
	f, ok := c.files[p.Doc]
	switch {
	case !ok:
		hint := wording.Text("cite a briefing that is there")
		if best := nearest(string(p.Doc), c.ids[:min(len(c.ids), maxNear)]); best != "" {
			hint = wording.Of("write (%s)", from.address(corpus.Passage{Doc: corpus.DocID(best), Cite: p.Cite}))
		}
		c.report(s, s.problem(corpus.Fault, at, wording.Of("there is no briefing %q", p.Doc), hint))
	case !f.has(p.Cite):
		hint := c.whereabouts(f, p, from)
		if hint == "" {
			hint = "cite the paragraph that says so"
		}
		c.report(s, s.problem(corpus.Fault, at, wording.Of("there is no paragraph %s in %s", paragraphLabel(p.Cite), f.Path), hint))
	default:
		return true
	}
	return false
}

// whereabouts says which paragraph of a briefing holds a passage, "" if none.
func (c *dossierCheck) whereabouts(f *File, p corpus.Passage, s shelf) wording.Text {
	words := newVerbatim(p.Text)
	for _, other := range f.Paragraphs {
		home := c.paragraph(f, other.ID)
		if _, ok := home.pick(words.text, home.all()); ok {
			p.Cite = other.ID
			return wording.Of("it stands in [%s](%s)", paragraphLabel(p.Cite), s.address(p))
		}
	}
	return ""
}

// verdict says what was done to a passage that does not stand in the paragraph
// that it cites, in the words of the gate.
func (c *dossierCheck) verdict(f *File, p corpus.Passage, s shelf) verdict {
	if hint := c.whereabouts(f, p, s); hint != "" {
		return verdict{message: "misattributed: it does not stand in the paragraph that it cites", hint: hint}
	}
	words := newVerbatim(p.Text)
	home := &standing{verbatim: c.paragraph(f, p.Cite).verbatim}
	if list := wordsOf(words.text); len(list) > 0 {
		if v, ok := home.altered(words, list); ok {
			return v
		}
	}
	return verdict{message: wording.Of("absent: nothing like it stands in %s of %s", paragraphLabel(p.Cite), f.Path), hint: ownWords}
}
