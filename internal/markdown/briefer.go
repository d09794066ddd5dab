package markdown

import (
	"slices"

	"mojaz/internal/corpus"
)

// briefer makes what a briefing says of a document's mentions, statements and
// figures.
type briefer struct {
	doc    corpus.Document
	blocks []corpus.Span // without white space around them
	cast   *corpus.Cast  // nil leaves names to the document
	next   int           // the first mention that is in no paragraph yet
	names  []corpus.Name
	first  []int          // where each name first stands
	index  map[string]int // name → its place in names
	stray  map[string]int // name → the first mention that is in no paragraph
	// recast leads from the names of the document to those of the cast.
	recast map[string]string
}

func newBriefer(doc corpus.Document, blocks []corpus.Span, cast *corpus.Cast) *briefer {
	b := &briefer{doc: doc, blocks: blocks, cast: cast, index: map[string]int{}, stray: map[string]int{}}
	if cast != nil {
		b.recall()
	}
	return b
}

// recall keeps the mentions that mean an entity of the cast, with its name and
// type.
func (b *briefer) recall() {
	var kept []corpus.Mention
	b.recast = map[string]string{}
	for i, m := range b.doc.Mentions {
		e := b.cast.Of(b.doc.ID, i)
		if e == nil || e.Type == corpus.TypeNone || nameOf(e.Name) == "" {
			continue
		}
		if _, there := b.recast[nameOf(m.Name)]; !there {
			b.recast[nameOf(m.Name)] = nameOf(e.Name)
		}
		m.Name, m.Type = e.Name, e.Type
		kept = append(kept, m)
	}
	b.doc.Mentions = kept
}

// called gives the name of a mention; one without is called by its words.
func (b *briefer) called(m corpus.Mention) string {
	if name := nameOf(m.Name); name != "" {
		return name
	}
	return nameOf(m.Of(b.doc.Text))
}

// add takes note of a name. The first mention gives its type, the first that
// has a role its role.
func (b *briefer) add(name string, m corpus.Mention) {
	if name == "" {
		return
	}
	i, there := b.index[name]
	if !there {
		i = len(b.names)
		b.index[name] = i
		b.names = append(b.names, corpus.Name{Name: name, Type: m.Type})
		b.first = append(b.first, m.Start)
	}
	if b.names[i].Role == "" {
		b.names[i].Role = oneLine(m.Role)
	}
}

// blockOf gives the block in which s begins, -1 when none does.
func (b *briefer) blockOf(s corpus.Span) int {
	i, _ := slices.BinarySearchFunc(b.blocks, s.Start, func(block corpus.Span, at int) int {
		if block.End <= at {
			return -1
		}
		return 1
	})
	if i == len(b.blocks) || s.Start < b.blocks[i].Start {
		return -1
	}
	return i
}

// inOrder gives the names in the order in which they first stand.
func (b *briefer) inOrder() []corpus.Name {
	order := make([]int, len(b.names))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return b.first[i] - b.first[j] })
	var out []corpus.Name
	for _, i := range order {
		out = append(out, b.names[i])
	}
	return out
}

// linksIn gives the names inside a paragraph's block, moved to its start,
// without those that cross one of its dates, and takes note of them. Blocks come
// in order.
func (b *briefer) linksIn(block corpus.Span, p corpus.Paragraph) []corpus.Link {
	from := b.next
	for ; b.next < len(b.doc.Mentions) && b.doc.Mentions[b.next].Start < block.End; b.next++ {
		if m := b.doc.Mentions[b.next]; block.Contains(m.Span) {
			p.Links = append(p.Links, corpus.Link{Span: m.Shift(-block.Start), Name: b.called(m)})
		}
	}
	links := linksOf(nameThreads(p, dateThreads(p), nil))
	kept := 0
	for i, m := range b.doc.Mentions[from:b.next] {
		name := b.called(m)
		if kept < len(links) && links[kept].Span == m.Shift(-block.Start) {
			b.add(name, m)
			kept++
		} else if _, there := b.stray[name]; !there {
			b.stray[name] = from + i
		}
	}
	return links
}

// quotes gives the statements that lie in a block, and takes note of speakers
// whom no mention names.
func (b *briefer) quotes() []corpus.Quote {
	b.linksIn(corpus.Span{Start: len(b.doc.Text), End: len(b.doc.Text) + 1}, corpus.Paragraph{}) // those after the last block
	var out []corpus.Quote
	for _, s := range b.doc.Statements {
		words, id := b.place(s.Span)
		if id == "" {
			continue
		}
		q := corpus.Quote{
			Text: words, Cite: id, Speaker: oneLine(s.SpeakerName), Kind: s.SpeakerKind,
			Verb: oneLine(s.Verb.Of(b.doc.Text)), ReportedBy: oneLine(s.ReportedBy), Mode: s.Mode, Polarity: s.Polarity,
		}
		if q.Kind == corpus.SpeakerNamed {
			q.Speaker = b.speaker(s)
		}
		if words := oneLine(s.SpeakerName); b.cast != nil && q.Speaker == "" && words != "" {
			q.Speaker, q.Kind = words, corpus.SpeakerUnnamed // of no entity: no name, but words
		}
		out = append(out, q)
	}
	return out
}

// speaker gives the name of a named speaker: that of the statement where it is
// one of the names, else that of a mention among the words for the speaker,
// else it becomes a name, of the type that a mention outside the paragraphs gives
// it. With a cast, it is "" for a speaker who is no entity.
func (b *briefer) speaker(s corpus.Statement) string {
	name := nameOf(s.SpeakerName)
	if called, ok := b.recast[name]; ok {
		name = called
	}
	if _, there := b.index[name]; there || name == "" {
		return name
	}
	i, _ := slices.BinarySearchFunc(b.doc.Mentions, s.Speaker.Start, func(m corpus.Mention, at int) int { return m.Start - at })
	for ; i < len(b.doc.Mentions) && b.doc.Mentions[i].Start < s.Speaker.End; i++ {
		m := b.doc.Mentions[i]
		if _, there := b.index[b.called(m)]; there && s.Speaker.Contains(m.Span) && !corpus.Inside(m, s.Speaker) {
			return b.called(m)
		}
	}
	as := corpus.Mention{Type: corpus.TypeMisc}
	if i, there := b.stray[name]; there {
		as = b.doc.Mentions[i]
	} else if b.cast != nil {
		return ""
	}
	if as.Span = s.Speaker; as.Empty() {
		as.Span = s.Span
	}
	b.add(name, as)
	return name
}

// quantities gives the figures that lie in a block.
func (b *briefer) quantities() []corpus.Quantity {
	var out []corpus.Quantity
	for _, f := range b.doc.Figures {
		words, id := b.place(f.Span)
		if id == "" {
			continue
		}
		out = append(out, corpus.Quantity{
			What: oneLine(f.What), Min: f.Min, Max: f.Max, Bound: f.Bound, Unit: oneLine(f.Unit),
			Scope: oneLine(f.Scope), AsOf: f.AsOf, Text: words, Cite: id,
		})
	}
	return out
}

// place gives the words of s and the id of the paragraph that holds them, ""
// when none holds them whole, or they begin or end inside a word: the gate lets
// none of that pass, and a record less is better than no site.
func (b *briefer) place(s corpus.Span) (words, id string) {
	s = trimmed(b.doc.Text, s)
	i := b.blockOf(s)
	if i < 0 || s.Empty() || !b.blocks[i].Contains(s) || !b.parts(s, b.blocks[i]) {
		return "", ""
	}
	return flat(s.Of(b.doc.Text)), paragraphID(i)
}

// parts reports whether s begins and ends where words of its block do, as the
// gate will see it.
func (b *briefer) parts(s, block corpus.Span) bool {
	if v := (verbatim{text: b.doc.Text}); v.begins(s.Start) && v.ends(s.End) {
		return true
	}
	whole := newVerbatim(flat(block.Of(b.doc.Text)))
	_, ok := whole.pick(newVerbatim(flat(s.Of(b.doc.Text))).text, corpus.Span{End: len(whole.text)})
	return ok
}
