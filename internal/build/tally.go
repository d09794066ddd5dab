package build

import (
	"cmp"
	"slices"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/publish"
	"mojaz/internal/sign"
	"mojaz/internal/wording"
)

// MostFiles is how many files common hosts of pages take.
const MostFiles = 20_000

// Folder is a folder at the top of the site, "" for the top itself, and how many
// files are in it and below.
type Folder struct {
	Path  string
	Files int
}

// Wording gives the name of the folder and the number: "sources 5".
func (f Folder) Wording() wording.Text {
	if f.Path == "" {
		return wording.Of("top %d", f.Files)
	}
	return wording.Of("%s %d", f.Path, f.Files)
}

// count reports how many files the site has, by folder, and notes it when they
// are more than four fifths of what common hosts take.
func (r *run) count(paths []string) {
	counts := map[string]int{}
	for _, p := range paths {
		folder, _, below := strings.Cut(p, "/")
		if !below {
			folder = ""
		}
		counts[folder]++
	}
	for folder, n := range counts {
		r.report.Folders = append(r.report.Folders, Folder{folder, n})
	}
	slices.SortFunc(r.report.Folders, func(a, b Folder) int { return cmp.Compare(a.Path, b.Path) })
	if len(paths) <= MostFiles/5*4 {
		return
	}
	var parts []wording.Text
	for _, f := range r.report.Folders {
		parts = append(parts, f.Wording())
	}
	r.note([]corpus.Problem{{
		Severity: corpus.Note, Path: "public",
		Message: wording.Of("%d files; common hosts of pages take %d at most: %s", len(paths), MostFiles, wording.Join(parts, ", ")),
		Hint:    "ask for fewer kinds of precompressed files, or publish the dossiers as sites of their own",
	}})
}

// signature gives the signature of the site that stands, if the hashes are those
// that were signed; else it notes that there is none any more.
func (r *run) signature(sums publish.File) []publish.File {
	kept, lost := sign.Kept(r.opt.Public, sums)
	if lost {
		r.note([]corpus.Problem{{
			Severity: corpus.Note, Path: "public/" + sign.Name,
			Message: "the signature was of the site as it was before; there is none now",
			Hint:    wording.Of("sign again: build sign %s", r.opt.Public),
		}})
	}
	return kept
}
