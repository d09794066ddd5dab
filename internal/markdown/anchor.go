package markdown

import "mojaz/internal/corpus"

// Anchors lead from a briefing to its document: from the words of a paragraph,
// a summary point, a statement or a figure to the place in Document.Text that
// they were found at.
type Anchors struct {
	doc        *standing
	paragraphs map[string]anchored
	points     []anchored
	quotes     []anchored
	quantities []anchored
}

// anchored is a passage and the place in the document where it begins, in the
// compared form; found is false if it stands nowhere.
type anchored struct {
	verbatim
	at    int
	found bool
}

// span is the place of the passage in the compared form of the document.
func (a anchored) span() corpus.Span { return a.all().Shift(a.at) }

// Text places a span of a Paragraph's Text in Document.Text, exact to the
// character: the first and the last character of the result are those of s
// that the gate compares. ok is false when the paragraph was not found in the
// document or s holds nothing but white space and invisible marks.
func (a *Anchors) Text(paragraphID string, s corpus.Span) (at corpus.Span, ok bool) {
	p, ok := a.paragraphs[paragraphID]
	if !ok || !p.found {
		return at, false
	}
	in := p.compared(s)
	if in.Empty() {
		return at, false
	}
	return a.doc.original(in.Shift(p.at)), true
}

// Point places summary point i, counted from zero, in Document.Text. ok is
// false when it was not found.
func (a *Anchors) Point(i int) (at corpus.Span, ok bool) { return a.of(a.points, i) }

// Quote places the words of statement i, counted from zero, in Document.Text.
// ok is false when they were not found. Of words that stand more than once in
// the paragraph it cites, each statement gets the place after the one before.
func (a *Anchors) Quote(i int) (at corpus.Span, ok bool) { return a.of(a.quotes, i) }

// Quantity places the words of figure i, counted from zero, in Document.Text, as
// Quote does those of a statement.
func (a *Anchors) Quantity(i int) (at corpus.Span, ok bool) { return a.of(a.quantities, i) }

func (a *Anchors) of(list []anchored, i int) (at corpus.Span, ok bool) {
	if i < 0 || i >= len(list) || !list[i].found || list[i].text == "" {
		return at, false
	}
	return a.doc.original(list[i].span()), true
}

// standing is a document as the gate sees it: its text in the compared form and
// where its blocks stand in it.
type standing struct {
	verbatim
	path   string
	blocks []corpus.Span
	equal  map[string][]int // the text of a block → the blocks that read so
}

func newStanding(doc *corpus.Document) *standing {
	d := &standing{verbatim: newVerbatim(doc.Text), path: doc.Path, equal: map[string][]int{}}
	for _, b := range doc.Blocks {
		s := d.compared(b.Span)
		d.equal[s.Of(d.text)] = append(d.equal[s.Of(d.text)], len(d.blocks))
		d.blocks = append(d.blocks, s)
	}
	return d
}

// aligner finds the paragraphs of one briefing in its document.
type aligner struct {
	doc    *standing
	places []anchored
	used   map[int]bool // blocks
}

// align places paragraphs, in their order, in a document. Where a text stands
// more than once, the place between its neighbours' places is meant: first the
// paragraphs that equal just one block are placed, then the other ones that
// equal a block, then those that are a part of the text.
func (d *standing) align(paragraphs []corpus.Paragraph) []anchored {
	a := &aligner{doc: d, places: make([]anchored, len(paragraphs)), used: map[int]bool{}}
	times := map[string]int{}
	for i, p := range paragraphs {
		a.places[i].verbatim = newVerbatim(p.Text)
		times[a.places[i].text]++
	}
	for i, p := range a.places {
		if same := d.equal[p.text]; p.text != "" && len(same) == 1 && times[p.text] == 1 {
			a.take(i, same[0])
		}
	}
	a.between(func(i int, window corpus.Span) {
		a.equalBlock(i, window)
	})
	a.between(func(i int, window corpus.Span) {
		a.part(i, window)
	})
	return a.places
}

func (a *aligner) take(i, block int) {
	a.used[block] = true
	a.place(i, a.doc.blocks[block])
}

func (a *aligner) place(i int, at corpus.Span) { a.places[i].at, a.places[i].found = at.Start, true }

// between calls f for each paragraph that has no place yet, with the part of
// the document between the places of its neighbours.
func (a *aligner) between(f func(i int, window corpus.Span)) {
	next := make([]int, len(a.places)+1)
	next[len(a.places)] = len(a.doc.text)
	for i := len(a.places) - 1; i >= 0; i-- {
		next[i] = next[i+1]
		if a.places[i].found {
			next[i] = a.places[i].at
		}
	}
	from := 0
	for i := range a.places {
		if !a.places[i].found && a.places[i].text != "" {
			f(i, corpus.Span{Start: from, End: max(from, next[i+1])})
		}
		if a.places[i].found {
			from = a.places[i].span().End
		}
	}
}

// equalBlock places a paragraph on a block that reads the same: one in the
// window, else one that no paragraph has, else the first.
func (a *aligner) equalBlock(i int, window corpus.Span) {
	same := a.doc.equal[a.places[i].text]
	free := -1
	for _, b := range same {
		if a.used[b] {
			continue
		}
		if window.Contains(a.doc.blocks[b]) {
			a.take(i, b)
			return
		}
		if free < 0 {
			free = b
		}
	}
	switch {
	case free >= 0:
		a.take(i, free)
	case len(same) > 0:
		a.take(i, same[0])
	}
}

// part places a paragraph that is a part of the text: in the window, else in a
// block, else anywhere.
func (a *aligner) part(i int, window corpus.Span) {
	text := a.places[i].text
	if at, ok := a.doc.find(text, window); ok {
		a.place(i, at)
		return
	}
	for _, b := range a.doc.blocks {
		if at, ok := a.doc.find(text, b); ok {
			a.place(i, at)
			return
		}
	}
	if at, ok := a.doc.find(text, a.doc.all()); ok {
		a.place(i, at)
	}
}
