package markdown

import (
	"regexp"
	"strings"

	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// PhaseMap is the content of content/<dossier>/phases.md.
type PhaseMap struct {
	Dossier  string
	Path     string
	Title    string
	Phases   []corpus.Phase[corpus.Passage] // in the order of the file
	Sections []corpus.Section               // an editor's own
}

// The words of phases.md.
var (
	phaseWords = vocabulary[corpus.PhaseKind]{
		{corpus.PhasePast, "ماضية"},
		{corpus.PhaseCurrent, "جارية"},
		{corpus.PhaseCurrent, "حالية"},
		{corpus.PhasePlanned, "مقررة"},
		{corpus.PhasePlanned, "مخططة"},
		{corpus.PhaseScenario, "سيناريو"},
		{corpus.PhaseScenario, "احتمال"},
	}
	statusWords = vocabulary[corpus.Status]{
		{corpus.StatusDone, "تم"},
		{corpus.StatusOngoing, "جارٍ"},
		{corpus.StatusPlanned, "مقرر"},
		{corpus.StatusPlanned, "مخطط"},
		{corpus.StatusExpected, "متوقع"},
		{corpus.StatusPostponed, "مؤجل"},
		{corpus.StatusDenied, "منفي"},
	}
	disputeWords = vocabulary[corpus.DisputeKind]{
		{corpus.DisputeStart, "البداية"},
		{corpus.DisputeEnd, "النهاية"},
		{corpus.DisputeStatus, "الحال"},
		{corpus.DisputeStatus, "الموقف"},
		{corpus.DisputeScope, "النطاق"},
	}
	boundKeys   = vocabulary[bound]{{boundStart, "البداية"}, {boundEnd, "النهاية"}, {boundBoth, "التاريخ"}, {boundKind, "النوع"}}
	groundWords = vocabulary[ground]{{stated, "مذكورة"}, {stated, "مذكور"}, {inferred, "مستنتجة"}, {inferred, "مستنتج"}}
	// unknownWords stand for a bound that is not known.
	unknownWords = vocabulary[ground]{{stated, "غير معروفة"}, {stated, "غير معروف"}}
)

// bound is a line of a phase's list.
type bound string

const (
	boundStart bound = "start"
	boundEnd   bound = "end"
	boundBoth  bound = "both" // of an event, which starts and ends at once
	boundKind  bound = "kind"
)

// ground is what a bound rests on.
type ground string

const (
	stated   ground = "stated"
	inferred ground = "inferred"
)

// disputeTitle stands before what sources disagree about.
const disputeTitle = "خلاف"

// classPinned is the class of a phase that an editor vouches for.
const classPinned = "pinned"

// phaseID matches the id of a phase.
var phaseID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// FormatPhases writes a phase map as its file. Documents are called by their
// ids; see [Outlets.FormatPhases].
func FormatPhases(m PhaseMap) []byte { return Outlets(nil).FormatPhases(m) }

// FormatPhases writes a phase map as the function FormatPhases does, with the
// outlets of the documents that it cites.
func (o Outlets) FormatPhases(m PhaseMap) []byte {
	var w strings.Builder
	front := &yamlWriter{}
	front.text("title", m.Title)
	w.WriteString(front.String())
	s := shelf{outlets: o, folder: fromIndex}
	for _, p := range m.Phases {
		if p, ok := writablePhase(p); ok {
			formatPhase(&w, s, p)
		}
	}
	formatSections(&w, m.Sections)
	return []byte(w.String())
}

// writablePhase gives a phase as it can be written: words on one line, without
// dates that are none, sides that answer nothing and passages without words. ok
// is false when its id cannot be one or nothing supports it.
func writablePhase(p corpus.Phase[corpus.Passage]) (_ corpus.Phase[corpus.Passage], ok bool) {
	p.Label, p.Rule = oneLine(p.Label), ""
	p.Start, p.End = dateOrNone(p.Start), dateOrNone(p.End)
	if phaseWords.word(p.Kind) == "" {
		p.Kind = corpus.PhaseScenario
	}
	var evidence []corpus.Stand[corpus.Passage]
	for _, s := range p.Evidence {
		if s.At.Text = flat(s.At.Text); s.At.Text == "" {
			continue
		}
		if statusWords.word(s.Status) == "" {
			s.Status = ""
		}
		s.When, s.Speaker = dateOrNone(s.When), flat(s.Speaker)
		evidence = append(evidence, s)
	}
	var disputes []corpus.Dispute[corpus.Passage]
	there := map[corpus.DisputeKind]bool{}
	for _, d := range p.Disputes {
		if d = writableDispute(d); len(d.Sides) > 1 && !there[d.About] && disputeWords.word(d.About) != "" {
			disputes = append(disputes, d)
			there[d.About] = true
		}
	}
	p.Evidence, p.Disputes = evidence, disputes
	return p, phaseID.MatchString(p.ID) && len(p.Evidence) > 0
}

// writableDispute drops the sides that cannot be written.
func writableDispute(d corpus.Dispute[corpus.Passage]) corpus.Dispute[corpus.Passage] {
	out := corpus.Dispute[corpus.Passage]{About: d.About}
	for _, s := range d.Sides {
		s.Value, s.At.Text = oneLine(s.Value), flat(s.At.Text)
		if wrongValue(d.About, s.Value) == "" && s.At.Text != "" {
			out.Sides = append(out.Sides, s)
		}
	}
	return out
}

// wrongValue says what is wrong with an answer to a dispute, "" when nothing is.
func wrongValue(about corpus.DisputeKind, value string) wording.Text {
	switch about {
	case corpus.DisputeStart, corpus.DisputeEnd:
		return wrongDate(value)
	case corpus.DisputeStatus:
		if statusWords.word(corpus.Status(value)) == "" {
			return wording.Of("it is not %s", strings.Join(statusWords.words(), ", "))
		}
	}
	return ""
}

// dateOrNone gives an EDTF date, "" when it is none.
func dateOrNone(v string) string {
	if v != "" && wrongDate(v) != "" {
		return ""
	}
	return v
}

// formatPhase writes one phase: a heading, its bounds, its evidence and its
// disputes.
func formatPhase(w *strings.Builder, s shelf, p corpus.Phase[corpus.Passage]) {
	class := ""
	if p.Pinned {
		class = " ." + classPinned
	}
	w.WriteString("\n##" + spaced(escapeHeading(p.Label)) + " {#" + p.ID + class + "}\n\n")
	if p.Start == p.End && p.StartInferred == p.EndInferred {
		formatBound(w, boundBoth, p.Start, p.StartInferred)
	} else {
		formatBound(w, boundStart, p.Start, p.StartInferred)
		formatBound(w, boundEnd, p.End, p.EndInferred)
	}
	w.WriteString("- " + boundKeys.word(boundKind) + ": " + phaseWords.word(p.Kind) + "\n\n")
	formatStands(w, s, p.Evidence)
	for _, d := range p.Disputes {
		w.WriteString("\n### " + disputeTitle + ": " + disputeWords.word(d.About) + "\n\n")
		for _, side := range d.Sides {
			w.WriteString("- " + formatSide(s, d.About, side) + "\n")
		}
	}
}

// escapeHeading writes plain text that attributes follow.
func escapeHeading(text string) string { return escapeText(flat(text), false) }

// formatBound writes a bound: "- البداية: 2025-09 (أيلول/سبتمبر 2025)، مذكورة".
func formatBound(w *strings.Builder, b bound, date string, guessed bool) {
	words := []string{dateInWords(date)}
	if date == "" {
		words[0] = unknownWords.word(stated)
	}
	switch {
	case guessed:
		words = append(words, groundWords.word(inferred))
	case date != "":
		words = append(words, groundWords.word(stated))
	}
	if b == boundBoth { // التاريخ is masculine, the other two are feminine
		for i := range words {
			words[i] = strings.TrimSuffix(words[i], "ة")
		}
	}
	w.WriteString("- " + boundKeys.word(b) + ": " + strings.Join(words, "، ") + "\n")
}

// dateInWords writes a date and what it means: "2025-09 (أيلول/سبتمبر 2025)".
func dateInWords(date string) string {
	if words := calendar.Format(date, calendar.Style{}); words != date {
		return date + " (" + words + ")"
	}
	return date
}

// formatSide writes one answer to a dispute, and the passage that gives it.
func formatSide(s shelf, about corpus.DisputeKind, side corpus.Side[corpus.Passage]) string {
	w := &lineWriter{}
	switch about {
	case corpus.DisputeStart, corpus.DisputeEnd:
		w.head(dateInWords(side.Value))
	case corpus.DisputeStatus:
		w.head(statusWords.word(corpus.Status(side.Value)))
	default:
		w.head(side.Value)
	}
	if len(w.tokens) > 0 {
		w.mark(": ")
	}
	return w.said(s, side.At).String()
}

// The columns of a phase's evidence, in the order in which they are written.
const (
	columnOutlet  = "المصدر"
	columnStatus  = "الموقف"
	columnWhen    = "التاريخ"
	columnSpeaker = "القائل"
	columnWords   = "العبارة"
	columnPlace   = "الموضع"
)

// standLayout is the layout of a phase's evidence.
var standLayout = layout{
	columns:  []string{columnOutlet, columnStatus, columnWhen, columnSpeaker, columnWords, columnPlace},
	required: []string{columnWords, columnPlace},
}

// formatStands writes the table of a phase's evidence.
func formatStands(w *strings.Builder, s shelf, stands []corpus.Stand[corpus.Passage]) {
	w.WriteString(standLayout.head())
	for _, st := range stands {
		place := "[" + escapeCell(paragraphLabel(st.At.Cite)) + "](" + escapeStroke(s.address(st.At)) + ")"
		cells := []string{escapeCell(s.outlets.called(st.At.Doc)), statusWords.word(st.Status), st.When, escapeCell(st.Speaker), escapeCell(st.At.Text), place}
		w.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
}

// escapeStroke keeps a stroke in an address from ending its cell.
func escapeStroke(s string) string { return strings.ReplaceAll(s, "|", "%7C") }
