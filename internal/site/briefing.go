package site

import (
	"html/template"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// Briefing is the page of one document.
type Briefing struct {
	Base
	TitleSupplied bool   // the source has no title, Title is its first sentence
	Dossier       Link   // to the dossier's page
	Publisher     string // "" when not known
	Author        string // "" when not known
	Date          Day    // of publication; its Value is "" when not known
	Time          string // of publication, "١٢:٤٣", "" when not known
	Inferred      bool   // Date was worked out from the text
	// Evidence holds the words that an inferred date rests on.
	Evidence []Evidence
	// Rights says how much of the source may be shown: "quote" for the sentences
	// that something on the site rests on, "link" for none of the text, "" for all.
	Rights  string
	Used    Usage
	Summary []Point
	// Paragraphs is the text.
	Paragraphs []Paragraph
	Speakers   []Speaker // the statements, by who speaks
	Figures    []Figure
	Names      []NameGroup // people first
	Counts     Counts
	Sections   []Section // what an editor added
	// Source leads to the page of the raw text, nil if there is none.
	Source *Link
	File   string // the raw text's path: "seeds/…/000_6c31.txt"
	// Prev and Next lead to the briefings published before and after this one in
	// its dossier, nil at the ends.
	Prev, Next *BriefingCard
}

// Evidence is words of the text that a date rests on.
type Evidence struct {
	Text string
	// Cite leads to a paragraph that holds the words, nil if none does.
	Cite *Cite
}

// Usage is how much of a source a briefing holds.
type Usage struct {
	Paragraphs Number
	// Kept and Lines count the lines of the source's text that are not blank:
	// those that the paragraphs rest on, and all. Lines is 0 without a source.
	Kept, Lines Number
}

// Paragraph is a paragraph of a briefing with what is known of its words.
type Paragraph struct {
	ID      string // "p12"
	Label   string // "¶١٢"
	Role    string // "body", "heading", "lede" or "pullquote"
	Content template.HTML
	Lines   []Line // of the source that it rests on
	Notes   []Note // dates that the words alone do not tell
	Noted   Number // how many notes
	Figures []Figure
	Figured Number // how many figures
	// Others are passages that speak of the same thing, four at most, the gravest
	// first; Related counts all of each kind, and MoreOthers those not shown.
	Others     []Other
	Related    []OtherCount
	MoreOthers Number
}

// Line leads to a line of a source.
type Line struct {
	Number       Number
	RelPermalink string // "../sources/000-6c3114.html#l12"
}

// Note says what a date in a paragraph was read as.
type Note struct {
	Words    string // as they stand in the paragraph
	Date     Day
	Relation string // "", "in", "by", "until", "since", "before" or "after"
	Timex    string // "DATE", "DURATION" or "SET"
}

func (s *site) briefing(d *corpus.Dossier, j int) *Briefing {
	b := &d.Briefings[j]
	path := briefingPath(keyOf(b))
	v := &Briefing{
		Base: s.base("briefing", path, d), TitleSupplied: b.TitleSupplied,
		Dossier:   dossierLink(path, d),
		Publisher: shown(b.Publisher), Author: shown(b.Author), Date: s.day(b.Published), Time: s.clock(b.Time),
		Inferred: b.Inferred, Sections: s.sections(b.Sections), File: shown(b.Source),
		Rights: limits(d, b),
	}
	v.Title, v.Picture, v.Structured = shown(b.Title), s.picture(path), s.articleData(d, b)
	for _, words := range b.Evidence {
		v.Evidence = append(v.Evidence, s.evidence(b, words))
	}
	for i, c := range b.Summary {
		v.Summary = append(v.Summary, s.point("", c))
		if i == 0 {
			v.Description = shown(c.Text)
		}
	}
	s.fillText(v, b)
	if j > 0 {
		c := s.card(path, d, &d.Briefings[j-1])
		v.Prev = &c
	}
	if j+1 < len(d.Briefings) {
		c := s.card(path, d, &d.Briefings[j+1])
		v.Next = &c
	}
	return v
}

// fillText sets what depends on the paragraphs and their place in the source.
func (s *site) fillText(v *Briefing, b *corpus.Briefing) {
	t := s.trail(b)
	source := ""
	if t != nil {
		source = link(v.Path, sourcePath(keyOf(b)))
		v.Source = &Link{RelPermalink: source}
	}
	x, beside, r := s.index(b), map[string][]Figure{}, s.registers[b.Dossier]
	s.fillFound(v, b, x)
	for i, q := range b.Quantities {
		beside[q.Cite] = append(beside[q.Cite], v.Figures[i])
	}
	for i := range b.Paragraphs {
		p := &b.Paragraphs[i]
		w := Paragraph{
			ID: p.ID, Label: s.pilcrow(p.ID), Role: string(p.Role),
			Content: s.html(passage{p.Text, p.Dates, x.named(p), p.Marks, v.Rights != ""}), Notes: s.notes(p),
			Figures: beside[p.ID],
		}
		w.Noted, w.Figured = s.number(len(w.Notes)), s.number(len(w.Figures))
		for _, n := range t.lines(p) {
			w.Lines = append(w.Lines, Line{s.number(n), source + "#" + lineID(n)})
		}
		if r != nil && r.briefings[b.ID] != nil {
			w.Others, w.Related = s.others(v.Path, r, r.briefings[b.ID], p.ID)
			w.MoreOthers = s.number(s.tally(w.Related).Count - len(w.Others))
		}
		v.Paragraphs = append(v.Paragraphs, w)
	}
	v.Used = Usage{s.number(len(b.Paragraphs)), s.number(t.kept(b.Paragraphs)), s.number(t.inked())}
}

// fillFound sets what was found in the text of b, whose names x holds.
func (s *site) fillFound(v *Briefing, b *corpus.Briefing, x *index) {
	v.Speakers, v.Figures, v.Names = s.speakers(b, x), s.figures(b), s.names(x)
	v.Counts = Counts{s.number(len(b.Quotes)), s.number(len(b.Quantities)), s.number(len(x.listed()))}
}

func (s *site) evidence(b *corpus.Briefing, words string) Evidence {
	e := Evidence{Text: shown(words)}
	for i := range b.Paragraphs {
		if words != "" && strings.Contains(b.Paragraphs[i].Text, words) {
			c := s.cite("", b.Paragraphs[i].ID)
			e.Cite = &c
			break
		}
	}
	return e
}

// notes lists the dates of p whose words alone do not tell what they were read
// as. «عام 2014» read as the year 2014 needs no note.
func (s *site) notes(p *corpus.Paragraph) []Note {
	var out []Note
	for _, d := range p.Dates {
		if d.Value == "" || d.Empty() || !d.Valid(len(p.Text)) {
			continue
		}
		words := d.Of(p.Text)
		spelt := len(d.Value) == 4 && strings.Contains(arabic.Digits(words), d.Value)
		if spelt && (d.Rel == "" || d.Rel == corpus.RelIn) {
			continue
		}
		out = append(out, Note{shown(words), s.day(d.Value), string(d.Rel), string(d.Timex)})
	}
	return out
}
