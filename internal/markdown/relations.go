package markdown

import (
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// relationWords are the words for how a passage stands to another.
var relationWords = vocabulary[corpus.RelationKind]{
	{corpus.Corroborates, "يؤكد"},
	{corpus.Corroborates, "يوافق"},
	{corpus.Contradicts, "يخالف"},
	{corpus.Contradicts, "يناقض"},
	{corpus.Contradicts, "يعارض"},
	{corpus.Updates, "يحدّث"},
	{corpus.Elaborates, "يفصّل"},
}

// ruleKey stands before the rule that related two passages.
const ruleKey = "القاعدة"

// writableRelation gives a relation as it can be written; ok is false when its
// kind is unknown, a passage has no words, or A is not in the briefing.
func writableRelation(r corpus.Relation[corpus.Passage], own corpus.DocID) (_ corpus.Relation[corpus.Passage], ok bool) {
	r.About, r.Rule = oneLine(r.About), oneLine(r.Rule)
	r.A.Text, r.B.Text = flat(r.A.Text), flat(r.B.Text)
	return r, relationWords.word(r.Kind) != "" && r.A.Text != "" && r.B.Text != "" && r.A.Doc == own
}

// formatRelations writes the section الصلات.
func formatRelations(w *strings.Builder, s shelf, relations []corpus.Relation[corpus.Passage]) {
	head := "\n## " + titleRelations + "\n\n"
	for _, r := range relations {
		if r, ok := writableRelation(r, s.own); ok {
			w.WriteString(head + formatRelation(s, r))
			head = ""
		}
	}
}

// formatRelation writes one relation: its kind and the question, and below it
// the two passages and the rule.
func formatRelation(s shelf, r corpus.Relation[corpus.Passage]) string {
	head := (&lineWriter{}).strong(relationWords.word(r.Kind))
	if r.About != "" {
		head.mark(": ").text(r.About)
	}
	out := "- " + head.String() + "\n"
	for _, p := range []corpus.Passage{r.A, r.B} {
		out += "  - " + (&lineWriter{}).said(s, p).String() + "\n"
	}
	if r.Rule != "" {
		out += "  - " + (&lineWriter{}).mark(ruleKey+": ").text(r.Rule).String() + "\n"
	}
	return out
}

// relationHint shows the form of a relation.
const relationHint = "write - **يخالف**: the question, and below it - «…» [¶12](#p12) and - «…» [¶3](<id>.md#p3)"

// readRelations reads the section الصلات.
func (f *File) readRelations(p part) {
	for _, it := range f.source.items(p.blocks) {
		f.addRelation(it)
	}
}

// related is where the two passages of a relation stand in the file.
type related struct{ a, b saying }

// addRelation reads one relation. One that does not quote both passages is left
// out.
func (f *File) addRelation(it item) {
	if !f.source.fits(it.line, "a relation") {
		return
	}
	r := corpus.Relation[corpus.Passage]{}
	kind, about := f.source.keyed(it.line)
	r.About = oneLine(about)
	var ok bool
	if r.Kind, ok = relationWords.value(kind); !ok {
		f.source.report(corpus.Warning, it.line.inFile(0), wording.Of("unknown relation «%s»", kind), suggest(kind, relationWords.words(), "write %s"))
		return
	}
	var sides []saying
	for _, l := range it.subs {
		if key, rule := f.source.keyed(l); sameTitle(key, ruleKey) && !strings.HasPrefix(l.source, "«") {
			r.Rule = oneLine(rule)
		} else if said, ok := f.source.say(f.shelf(), l, "a passage", false); ok {
			sides = append(sides, said)
		}
	}
	if len(sides) != 2 {
		f.source.report(corpus.Fault, it.line.inFile(0), wording.Of("a relation quotes two passages, this one %d", len(sides)), relationHint)
		return
	}
	r.A, r.B = sides[0].passage, sides[1].passage
	if r.A.Doc != f.ID {
		f.source.report(corpus.Warning, sides[0].line.inFile(0), "the first passage of a relation is one of this briefing", "put the other one below it, or move the relation to its file")
		return
	}
	f.Relations, f.related = append(f.Relations, r), append(f.related, related{sides[0], sides[1]})
}

// keyed reads "key: value", of which a colon may be missing.
func (s *source) keyed(l located) (key, value string) {
	text := readLine(l.source).text
	key, value, _ = strings.Cut(text, ":")
	return oneLine(key), value
}

// shelf says how the links of a briefing lead.
func (f *File) shelf() shelf { return shelf{own: f.ID, folder: fromBriefing} }
