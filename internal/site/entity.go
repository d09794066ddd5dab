package site

import (
	"slices"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// What the page of an entity holds at most: statements, briefings with passages,
// passages of one of them, further briefings with citations alone, citations of
// one briefing, neighbours.
const (
	saidShown      = 40
	briefsShown    = 40
	passagesShown  = 3
	briefsCited    = 400
	citesShown     = 8
	neighboursMost = 12
)

// Entity is the page of somebody or something that a dossier names. Its Title is
// the fullest name.
type Entity struct {
	Base
	Dossier Link     // to the dossier's page
	Type    string   // "PER", "ORG", "GPE", "LOC", "FAC", "EVENT" or "MISC"
	Aliases []string // other names that mean the same
	Roles   []Tenure // by the first source that gives it
	// Line is the sentence that tells best who or what this is, nil if none does.
	Line *Quoted
	// Statements are what it says, the latest first, at most forty; MoreSaid counts
	// the rest.
	Statements []Spoken
	Said       Number // how many statements there are in all
	MoreSaid   Number
	// Mentions are the briefings that name it, the latest first, with passages.
	Mentions []Mention
	// Cited are further briefings that name it, MoreCited how many more there are.
	Cited      []Mention
	MoreCited  Number
	Places     Number // how often it is named in all
	Briefings  Number // how many briefings name it
	Neighbours []Neighbour
}

// Tenure is a title or office that sources give to an entity.
type Tenure struct {
	Role        string // in the sources' own words
	First, Last Day    // publication of the first and of the last source that gives it
	// Cite leads to where it is given first, nil if that is not known.
	Cite *Cite
}

// Spoken is a statement of an entity.
type Spoken struct {
	Said     Quoted
	Mode     string // "direct", "indirect" or "mixed"
	Polarity string // "denies", "does_not_deny" or "does_not_rule_out", "" for what is asserted
}

// Mention is a briefing that names an entity.
type Mention struct {
	Briefing SourceName
	Title    string   // of the briefing
	Passages []Quoted // that name it, three at most
	Cites    []Cite   // further paragraphs that name it
	More     Number   // how many more paragraphs do
}

// Neighbour is an entity that is named in the same paragraphs as another.
type Neighbour struct {
	Name         string
	Type         string // as in Entity
	RelPermalink string
	Times        Number // how many paragraphs
}

// entityPage makes the page of an entity.
func (s *site) entityPage(r *register, n *naming) *Entity {
	path := entityPath(r.Overview.Dossier, string(n.ID))
	v := &Entity{
		Base: s.base("entity", path, r.Dossier), Type: typeName(n.Type),
		Dossier: dossierLink(path, r.Dossier),
		Said:    s.number(len(n.said)), Places: s.number(n.mentions), Briefings: s.number(len(n.briefs)),
	}
	v.Title, v.Structured = shown(n.Name), s.entityData(r.Overview.Dossier, n.someone)
	for _, a := range n.Aliases {
		v.Aliases = append(v.Aliases, shown(a))
	}
	if n.Line != nil {
		if q, ok := s.quoted(path, r, *n.Line); ok {
			v.Line, v.Description = &q, shown(n.Line.Text)
		}
	}
	v.Roles = s.roles(path, r, n)
	s.fillSaid(v, r, n)
	s.fillMentions(v, r, n)
	for _, c := range n.beside[:min(len(n.beside), neighboursMost)] {
		e := r.namings[c.id]
		v.Neighbours = append(v.Neighbours, Neighbour{
			shown(e.Name), typeName(e.Type), link(path, entityPath(r.Overview.Dossier, string(c.id))), s.number(c.times),
		})
	}
	return v
}

func (s *site) roles(from string, r *register, n *naming) []Tenure {
	var out []Tenure
	for _, t := range n.Tenures {
		v := Tenure{Role: shown(t.Role), First: s.day(t.First), Last: s.day(t.Last)}
		if r.holds(t.At) {
			c := s.cite(s.page(from, r.briefings[t.At.Doc]), t.At.Cite)
			v.Cite = &c
		}
		out = append(out, v)
	}
	return out
}

// fillSaid sets what an entity says, the latest briefing first, each in the order
// of its text.
func (s *site) fillSaid(v *Entity, r *register, n *naming) {
	all := slices.Clone(n.said)
	slices.SortStableFunc(all, func(a, b spoken) int { return b.in.place - a.in.place })
	for _, said := range all {
		q, ok := s.quoted(v.Path, r, corpus.Passage{Doc: said.in.ID, Cite: said.Cite, Text: said.Text})
		if !ok {
			continue
		}
		if len(v.Statements) == saidShown {
			break
		}
		q.Speaker, q.SpeakerLink = "", "" // it is the page's own subject
		q.Verb, q.Marked = shown(said.Verb), said.Mode == corpus.ModeDirect
		w := Spoken{Said: q, Mode: string(said.Mode), Polarity: string(said.Polarity)}
		if said.Polarity == corpus.Asserts {
			w.Polarity = ""
		}
		v.Statements = append(v.Statements, w)
	}
	v.MoreSaid = s.number(len(n.said) - len(v.Statements))
}

// fillMentions sets where an entity is named, the latest briefing first.
func (s *site) fillMentions(v *Entity, r *register, n *naming) {
	left := 0
	for i, b := range slices.Backward(n.briefs) {
		switch nth := len(n.briefs) - 1 - i; {
		case nth < briefsShown:
			v.Mentions = append(v.Mentions, s.mention(v.Path, r, b, passagesShown))
		case nth < briefsShown+briefsCited:
			v.Cited = append(v.Cited, s.mention(v.Path, r, b, 0))
		default:
			left++
		}
	}
	v.MoreCited = s.number(left)
}

// mention shows a briefing that names an entity, with most passages at most.
func (s *site) mention(from string, r *register, b brief, most int) Mention {
	v := Mention{Briefing: s.sourceName(from, b.in), Title: shown(b.in.Title)}
	left := 0
	for _, m := range b.places {
		switch {
		case len(v.Passages) < most:
			if q, ok := s.quoted(from, r, b.in.around(m)); ok {
				v.Passages = append(v.Passages, q)
			}
		case len(v.Cites) < citesShown:
			v.Cites = append(v.Cites, s.cite(s.page(from, b.in), m.ID))
		default:
			left++
		}
	}
	v.More = s.number(left)
	return v
}

// around gives the words to show of a mention: what somebody says there, else the
// sentence.
func (b *noted) around(m mention) corpus.Passage {
	p := corpus.Passage{Doc: b.ID, Cite: m.ID, Text: m.at.Of(m.Text)}
	text := ""
	for _, q := range b.saidIn(m.ID) {
		if at, ok := find(m.Text, q.Text); ok && at.Contains(m.at) {
			text = q.Text
			break
		}
	}
	if text == "" || len(arabic.Tokens(text)) < 4 {
		text = sentence(m.Text, m.at)
	}
	p.Text = text
	return p
}
