package markdown

import (
	"strings"

	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
)

// Outlets say what a citation calls a document of its dossier: its publisher and
// its date, «إرم نيوز، 19 حزيران/يونيو 2025». They are shown and never read back,
// so a document that is not among them is called by its id and nothing is lost.
type Outlets map[corpus.DocID]string

// OutletsOf gives what citations call each document of a dossier. One without a
// publisher is called by the first words of its title.
func OutletsOf(docs []corpus.Document) Outlets {
	o := make(Outlets, len(docs))
	for _, doc := range docs {
		words := field(doc.Meta.Publisher)
		if words == "" && doc.Meta.Title != "" {
			words = "«" + firstWords(doc.Meta.Title) + "»"
		}
		if date := doc.Meta.Published; date != "" {
			words += "، " + calendar.Format(date, calendar.Style{})
		}
		o[doc.ID] = strings.TrimPrefix(words, "، ")
	}
	return o
}

// maxTitleWords bounds the words of a title in a citation.
const maxTitleWords = 4

// firstWords gives the first words of a title.
func firstWords(title string) string {
	words := strings.Fields(title)
	if len(words) <= maxTitleWords {
		return strings.Join(words, " ")
	}
	return withoutParticles(strings.Join(words[:maxTitleWords], " ")) + "…"
}

// called gives the words for a document.
func (o Outlets) called(id corpus.DocID) string {
	if words := oneLine(o[id]); words != "" {
		return words
	}
	return string(id)
}

// shelf is where a file stands among the files of its dossier, which says how
// its links lead to a briefing.
type shelf struct {
	outlets Outlets
	own     corpus.DocID // of the briefing that the file is, "" for any other
	folder  string       // of the briefings as seen from the file, with its slash
}

// The folders of the briefings as each kind of file sees them.
const (
	fromBriefing = ""
	fromIndex    = "briefings/"
	fromEntity   = "../briefings/"
)

// label gives the words of a citation: «إرم نيوز، 19 حزيران/يونيو 2025، ¶9», or
// «¶9» in the briefing itself.
func (s shelf) label(p corpus.Passage) string {
	if s.own != "" && p.Doc == s.own {
		return paragraphLabel(p.Cite)
	}
	return s.outlets.called(p.Doc) + "، " + paragraphLabel(p.Cite)
}

// address gives the link to a passage's paragraph.
func (s shelf) address(p corpus.Passage) string {
	if s.own != "" && p.Doc == s.own {
		return destination("#" + p.Cite)
	}
	return destination(s.folder + string(p.Doc) + ".md#" + p.Cite)
}

// paragraphLabel writes a paragraph's id as readers see it: ¶12.
func paragraphLabel(id string) string {
	if n := strings.TrimPrefix(id, "p"); n != "" {
		return "¶" + n
	}
	return "¶" + id
}

// leads reads a link to a paragraph of a briefing, from a file on the shelf. ok
// is false when it leads to none; straight is false when it leads to the right
// file name in a wrong folder.
func (s shelf) leads(url string) (doc corpus.DocID, cite string, straight, ok bool) {
	file, cite, _ := strings.Cut(url, "#")
	if cite == "" || !name(cite) {
		return "", "", false, false
	}
	if file == "" {
		return s.own, cite, true, s.own != ""
	}
	i := strings.LastIndexByte(file, '/') + 1
	id, isFile := strings.CutSuffix(file[i:], ".md")
	if !isFile || id == "" || strings.ContainsRune(file[:i], ':') {
		return "", "", false, false
	}
	return corpus.DocID(id), cite, strings.TrimPrefix(file[:i], "./") == s.folder, true
}
