package phase

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

//go:embed data/classes.txt
var classesFile string

// traits gives what is known of event classes: by trait, the classes.
var traits = sync.OnceValue(func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, line := range arabic.List(classesFile) {
		fields := strings.Fields(line)
		set := map[string]bool{}
		for _, class := range fields[1:] {
			set[class] = true
		}
		out[fields[0]] = set
	}
	return out
})

// group gives the name under which classes of one meaning are compared: the
// first of their line, or the class itself.
func group(class string) string {
	for _, kin := range kindred() {
		if slices.Contains(kin, class) {
			return kin[0]
		}
	}
	return class
}

// kindred are the lines of classes that mean nearly the same.
var kindred = sync.OnceValue(func() [][]string {
	var out [][]string
	for _, line := range arabic.List(classesFile) {
		if fields := strings.Fields(line); fields[0] == "same" {
			out = append(out, fields[1:])
		}
	}
	return out
})

// isAspect reports whether a class says how far another event has come.
func isAspect(class string) bool { return traits()["aspect"][class] }

// isEnd reports whether the date of a class is the end of a stretch.
func isEnd(class string) bool { return traits()["end"][class] }

// any reports whether one of the fact's classes has a trait.
func (f *fact) any(trait string) bool {
	set := traits()[trait]
	return slices.ContainsFunc(f.classes, func(c string) bool { return set[c] })
}

// all reports whether it has classes and each has the trait.
func (f *fact) all(trait string) bool {
	set := traits()[trait]
	return len(f.classes) > 0 && !slices.ContainsFunc(f.classes, func(c string) bool { return !set[c] })
}

// settle gives the status of what is put off, and takes off a date that does
// not say when the fact is: the year of writing, of what goes on, the date from
// which something is put off, and one that was still to come when it was told as
// done.
func (f *fact) settle(doc *corpus.Document) {
	later := false
	if f.any("postpone") {
		if f.status != corpus.StatusExpected && f.status != corpus.StatusDenied {
			f.status = corpus.StatusPostponed
		}
		later = !putOffTo(doc, f.date)
	}
	told := parseDays(doc.Meta.Published)
	vague := f.status == corpus.StatusOngoing && f.when.length() > 300 && f.when.overlaps(told)
	unborn := f.status == corpus.StatusDone && told.known && f.when.from > told.to+1 // «أوقف منذ السبت» read as the next one
	if vague || later || unborn {
		f.date, f.when, f.since = corpus.Date{}, days{}, ""
	}
}

// putOffTo reports whether a date is the one to which something is put off:
// «تأجيل الافتتاح إلى سبتمبر».
func putOffTo(doc *corpus.Document, d corpus.Date) bool {
	before := strings.Fields(doc.Text[max(0, d.Start-16):d.Start])
	to := len(before) > 0 && arabic.Fold(before[len(before)-1]) == arabic.Fold("إلى")
	return to || d.Rel == corpus.RelUntil || d.Rel == corpus.RelBy || d.Rel == corpus.RelAfter
}

// roleOf tells which bound the date of a fact gives, from its preposition, its
// length and the fact's classes.
func (f *fact) roleOf() role {
	switch {
	case !f.when.known:
		return at
	case strings.Contains(f.date.Value, "/") && !f.when.open() && f.when.length() > 60:
		return spans
	case f.date.Rel == corpus.RelBy || f.date.Rel == corpus.RelUntil || f.date.Rel == corpus.RelBefore:
		return ends
	case f.date.Rel == corpus.RelSince || f.date.Rel == corpus.RelAfter:
		return starts
	case f.any("end") && !f.any("start"):
		return ends
	case f.any("start") && !f.any("end"):
		return starts
	}
	return at
}
