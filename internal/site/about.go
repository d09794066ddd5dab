package site

import "mojaz/internal/corpus"

// problemsShown is how many problems the page about the site lists.
const problemsShown = 100

// sourcesShown is how many sources of one dossier it lists.
const sourcesShown = 100

// About is the page about the site: how it was made, and from what.
type About struct {
	Base
	Dossiers  []SourceList
	Archives  []Link // to the archives of the site: Key is the form
	Documents Number // how many sources there are
	AsOf      Day    // the latest publication, or the day configured
	Version   string // of the program that made the site
	// Faults, Warnings and Notes count the problems of this build.
	Faults, Warnings, Notes Number
	// Problems lists the first hundred that are more than a note.
	Problems []ProblemLine
}

// SourceList is a dossier with its sources, the latest hundred at most.
type SourceList struct {
	Title        string
	RelPermalink string
	Sources      []SourceRow
	// All leads to the list of its briefings where there are more, "" else.
	All   string
	Count Number // how many there are in all
}

// SourceRow is what a site says of one of its sources.
type SourceRow struct {
	Briefing BriefingCard
	File     string // "seeds/…/000_6c31.txt"
	Encoding string // "" without the source
	SHA256   string // of the file's bytes, hex
	// Source leads to the page of the raw text, nil if there is none.
	Source *Link
}

// ProblemLine is trouble met in the build.
type ProblemLine struct {
	Severity string // "error", "warning" or "note"
	Message  string // as the program printed it, with its place
}

func (s *site) about() *About {
	v := &About{Base: s.base("about", aboutPath, nil), AsOf: s.day(s.asOf), Version: shown(s.in.Version)}
	v.Archives = s.archives(aboutPath, WholeSite, "html", "zip")
	n := 0
	for _, f := range s.fronts() {
		n += f.Briefings
		v.Dossiers = append(v.Dossiers, f.Sources)
	}
	v.Documents = s.number(n)
	s.fillProblems(v)
	return v
}

func (s *site) sourceList(d *corpus.Dossier) SourceList {
	l := SourceList{Title: dossierTitle(d), RelPermalink: link(aboutPath, dossierPath(d.Overview.Dossier))}
	first := max(0, len(d.Briefings)-sourcesShown)
	for j := range d.Briefings[first:] {
		l.Sources = append(l.Sources, s.sourceRow(d, &d.Briefings[first+j]))
	}
	if l.Count = s.number(len(d.Briefings)); first > 0 {
		l.All = link(aboutPath, briefingsPath(d.Overview.Dossier))
	}
	return l
}

func (s *site) sourceRow(d *corpus.Dossier, b *corpus.Briefing) SourceRow {
	r := SourceRow{Briefing: s.card(aboutPath, d, b), File: shown(b.Source), SHA256: shown(b.SHA256)}
	if doc, ok := s.in.Documents[keyOf(b)]; ok {
		r.File, r.Encoding, r.SHA256 = shown(doc.Path), doc.Encoding, doc.SHA256
		r.Source = &Link{RelPermalink: link(aboutPath, sourcePath(keyOf(b)))}
	}
	return r
}

func (s *site) fillProblems(v *About) {
	var counts [3]int
	for _, p := range s.in.Problems {
		counts[min(max(p.Severity, corpus.Note), corpus.Fault)]++
		if p.Severity != corpus.Note && len(v.Problems) < problemsShown {
			v.Problems = append(v.Problems, ProblemLine{p.Severity.String(), shown(p.String())})
		}
	}
	v.Notes = s.number(counts[corpus.Note])
	v.Warnings = s.number(counts[corpus.Warning])
	v.Faults = s.number(counts[corpus.Fault])
}
