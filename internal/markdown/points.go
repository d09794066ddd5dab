package markdown

import (
	"cmp"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// The words of an overview's الخلاصة.
var (
	pointWords = vocabulary[corpus.PointKind]{
		{corpus.PointState, "الوضع"},
		{corpus.PointState, "الحال"},
		{corpus.PointPhase, "مرحلة"},
		{corpus.PointDispute, "خلاف"},
	}
	besideWords = vocabulary[beside]{
		{supporting, "يوافقه"},
		{supporting, "يؤكده"},
		{opposing, "يخالفه"},
		{opposing, "يناقضه"},
		{opposing, "يعارضه"},
		{aboutPhase, "المرحلة"},
	}
)

// beside is what a line below a key point is there for.
type beside string

const (
	supporting beside = "support"
	opposing   beside = "against"
	aboutPhase beside = "phase"
)

// phasesFile is where a link from an overview finds the phases.
const phasesFile = "phases.md"

// writablePoint gives a key point as it can be written; ok is false when its
// kind is unknown or it has no words.
func writablePoint(p corpus.KeyPoint[corpus.Passage]) (_ corpus.KeyPoint[corpus.Passage], ok bool) {
	p.At.Text = flat(p.At.Text)
	p.Support, p.Against = worded(p.Support), worded(p.Against)
	if !phaseID.MatchString(p.Phase) {
		p.Phase = ""
	}
	return p, pointWords.word(p.Kind) != "" && p.At.Text != "" && (p.Kind != corpus.PointDispute || len(p.Against) > 0)
}

// worded gives the passages that have words.
func worded(passages []corpus.Passage) []corpus.Passage {
	var out []corpus.Passage
	for _, p := range passages {
		if p.Text = flat(p.Text); p.Text != "" {
			out = append(out, p)
		}
	}
	return out
}

// formatPoints writes the section الخلاصة of an overview. labels are those of
// the phases, by id.
func formatPoints(w *strings.Builder, s shelf, points []corpus.KeyPoint[corpus.Passage], labels map[string]string) {
	head := "\n## " + titleSummary + "\n\n"
	for _, p := range points {
		p, ok := writablePoint(p)
		if !ok {
			continue
		}
		w.WriteString(head + "- " + (&lineWriter{}).strong(pointWords.word(p.Kind)).mark(": ").said(s, p.At).String() + "\n")
		head = ""
		for _, b := range p.Support {
			formatBeside(w, s, supporting, b)
		}
		for _, b := range p.Against {
			formatBeside(w, s, opposing, b)
		}
		if p.Phase != "" {
			label := cmp.Or(oneLine(labels[p.Phase]), p.Phase)
			line := (&lineWriter{}).mark(besideWords.word(aboutPhase) + ": [").text(label).mark("](" + phasesFile + "#" + p.Phase + ")")
			w.WriteString("  - " + line.String() + "\n")
		}
	}
}

func formatBeside(w *strings.Builder, s shelf, b beside, p corpus.Passage) {
	w.WriteString("  - " + (&lineWriter{}).mark(besideWords.word(b)+": ").said(s, p).String() + "\n")
}

// indexShelf says how the links of index.md lead.
var indexShelf = shelf{folder: fromIndex}

// pointPlaces is where a key point's passages stand in the file.
type pointPlaces struct {
	at               saying
	support, against []saying
	phase            located
}

// readPoints reads the section الخلاصة of an overview.
func (o *OverviewFile) readPoints(p part) {
	for _, it := range o.source.items(p.blocks) {
		o.addPoint(it)
	}
}

// addPoint reads one key point. One that cites nothing, or of a disagreement
// against nothing, is left out.
func (o *OverviewFile) addPoint(it item) {
	said, ok := o.source.say(indexShelf, it.line, "a key point", true)
	if !ok {
		return
	}
	p, places := corpus.KeyPoint[corpus.Passage]{At: said.passage}, pointPlaces{at: said}
	if p.Kind, ok = pointWords.value(said.head); !ok {
		o.source.report(corpus.Warning, it.line.inFile(0), wording.Of("unknown kind of key point «%s»", said.head), suggest(said.head, pointWords.words(), "write **%s**: «…»"))
		p.Kind = corpus.PointState
	}
	for _, l := range it.subs {
		o.addBeside(&p, &places, l)
	}
	if p.Kind == corpus.PointDispute && len(p.Against) == 0 {
		o.source.report(corpus.Fault, it.line.inFile(0), "a disagreement without the words against", wording.Of("write below it - %s: «…» %s", besideWords.word(opposing), indexShelf.example()))
		return
	}
	o.Points, o.points = append(o.Points, p), append(o.points, places)
}

// addBeside reads a line below a key point.
func (o *OverviewFile) addBeside(p *corpus.KeyPoint[corpus.Passage], places *pointPlaces, l located) {
	if key, _ := o.source.keyed(l); sameTitle(key, besideWords.word(aboutPhase)) {
		p.Phase, places.phase = o.phaseIn(l), l
		return
	}
	said, ok := o.source.say(indexShelf, l, "a passage", true)
	if !ok {
		return
	}
	b, ok := besideWords.value(said.head)
	switch {
	case !ok:
		words := []string{besideWords.word(supporting), besideWords.word(opposing)}
		o.source.report(corpus.Warning, l.inFile(0), wording.Of("unknown word «%s» before a passage", said.head), suggest(said.head, words, "write %s: «…»"))
	case b == supporting:
		p.Support, places.support = append(p.Support, said.passage), append(places.support, said)
	default:
		p.Against, places.against = append(p.Against, said.passage), append(places.against, said)
	}
}

// phaseIn reads the link to a phase.
func (o *OverviewFile) phaseIn(l located) string {
	for _, m := range readLine(l.source).marks {
		if id, ok := strings.CutPrefix(strings.TrimPrefix(m.URL, "./"), phasesFile+"#"); ok && m.Kind == corpus.MarkLink && phaseID.MatchString(id) {
			return id
		}
	}
	o.source.report(corpus.Warning, l.inFile(0), "a phase without a link to it", wording.Of("write - %s: [id](%s#id)", besideWords.word(aboutPhase), phasesFile))
	return ""
}
