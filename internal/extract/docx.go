package extract

import (
	"bytes"
	"encoding/xml"
	"path"
	"strings"
	"unicode/utf16"
)

// DOCX gives the sheet of a Word file: headings by their styles, lists, tables,
// footnotes at the end. What the writer deleted, hid or moved away while changes
// were tracked is left out, and so are pictures, headers and footers.
func DOCX(b []byte) (Text, error) {
	if bytes.HasPrefix(b, compound) {
		return Text{}, oldWord(b)
	}
	a, err := openArchive(b)
	if err != nil {
		return Text{}, err
	}
	main := wordMain(a)
	if !a.has(main) {
		return Text{}, &Refusal{"is no Word file: no document is in it", "see what program opens it, and save it as .docx there"}
	}
	s := &sheet{}
	if core, err := a.read("docProps/core.xml"); err == nil {
		about := factsOf(core)
		s.tell(aboutTitle, realTitle(about["title"]))
		s.tell(aboutAuthor, about["creator"])
		s.tell(aboutCreated, realDate(about["created"]))
	}
	folder := path.Dir(main)
	w := wordReader{sheet: s, styles: wordStyles(a, path.Join(folder, "styles.xml"))}
	for _, name := range []string{main, path.Join(folder, "footnotes.xml")} {
		part, err := a.read(name)
		if err == nil && part != nil {
			err = elements(part, &w)
		}
		if err != nil {
			return Text{}, err
		}
	}
	return s.text()
}

// compound begins the files of old Word, and Word files with a password.
var compound = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

// oldWord says what a compound file is. The name of its encrypted part stands in
// its list of parts.
func oldWord(b []byte) error {
	var name []byte
	for _, u := range utf16.Encode([]rune("EncryptedPackage")) {
		name = append(name, byte(u), byte(u>>8))
	}
	if bytes.Contains(b, name) {
		return errLocked
	}
	return &Refusal{"is a file of an old Word, whatever its name says", "open it in Word or LibreOffice and save it as .docx"}
}

// wordMain finds the part that holds the text, by its relation to the file.
func wordMain(a *archive) string {
	const usual = "word/document.xml"
	rels, err := a.read("_rels/.rels")
	if err != nil || a.has(usual) {
		return usual
	}
	f := &relations{}
	_ = elements(rels, f)
	if f.main == "" {
		return usual
	}
	return f.main
}

// relations finds the main part among the relations of a file.
type relations struct{ main string }

func (r *relations) start(e xml.StartElement) error {
	if e.Name.Local == "Relationship" && strings.HasSuffix(attr(e, "Type"), "/officeDocument") {
		r.main = strings.TrimPrefix(path.Clean("/"+attr(e, "Target")), "/")
		return errStop
	}
	return nil
}
func (r *relations) end(string) error  { return nil }
func (r *relations) text(string) error { return nil }

// wordStyles gives the level of heading for each style that is one, by its id.
func wordStyles(a *archive, name string) map[string]int {
	r := styleReader{levels: map[string]int{}, parent: map[string]string{}, own: map[string]string{}}
	if b, err := a.read(name); err == nil {
		_ = elements(b, &r)
	}
	out := map[string]int{}
	for _, styles := range []map[string]string{r.parent, r.own} {
		for id := range styles {
			at := id
			for n := 0; n < 8 && r.levels[at] == 0; n++ { // a style of one's own is what it is based on
				at = r.parent[at]
			}
			out[id] = r.levels[at]
		}
	}
	return out
}

// styleReader reads the levels of styles.
type styleReader struct {
	id     string
	levels map[string]int
	parent map[string]string
	own    map[string]string // the name of each style
}

func (r *styleReader) start(e xml.StartElement) error {
	value := attr(e, "val")
	switch e.Name.Local {
	case "style":
		r.id = attr(e, "styleId")
	case "basedOn":
		r.parent[r.id] = value
	case "outlineLvl":
		r.levels[r.id] = max(r.levels[r.id], outline(value))
	case "name":
		name := strings.ToLower(value)
		r.own[r.id] = name
		if name == "title" {
			r.levels[r.id] = 1
		} else if n, ok := strings.CutPrefix(name, "heading "); ok && len(n) == 1 && '1' <= n[0] && n[0] <= '9' {
			r.levels[r.id] = int(n[0] - '0')
		}
	}
	return nil
}
func (r *styleReader) end(string) error  { return nil }
func (r *styleReader) text(string) error { return nil }

// outline gives the level of heading that an outline level stands for: "0" is
// the first, "9" is text.
func outline(value string) int {
	if len(value) == 1 && '0' <= value[0] && value[0] <= '8' {
		return int(value[0]-'0') + 1
	}
	return 0
}
