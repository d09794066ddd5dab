package markdown

import (
	"mojaz/internal/corpus"
)

// DossierFiles are the parsed files of one dossier.
type DossierFiles struct {
	Overview  *OverviewFile // nil if there is none
	Briefings []*File
	Phases    *PhasesFile // nil if there is none
	Entities  []*EntityNote
}

// Find finds the words of a passage in the text of a paragraph, compared as the
// gate compares: the span of the paragraph's Text that they stand at, which
// [Anchors.Text] places in the source. ok is false when they do not stand there.
func Find(paragraph, text string) (at corpus.Span, ok bool) {
	p, words := newVerbatim(paragraph), newVerbatim(text)
	in, ok := p.pick(words.text, p.all())
	if !ok {
		return at, false
	}
	return p.original(in), true
}

// CheckDossier compares the files of a dossier with each other: see the package
// comment.
func CheckDossier(d DossierFiles) []corpus.Problem {
	var out []corpus.Problem
	return corpus.SortProblems(out)
}

// Dossier gives what the files tell, as far as it resolves.
func (d DossierFiles) Dossier() corpus.Dossier { return corpus.Dossier{} }
