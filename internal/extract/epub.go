package extract

import (
	"encoding/xml"
	"net/url"
	"path"
	"strings"
)

// EPUB gives the sheet of a book: its chapters in the order of reading, without
// its navigation.
func EPUB(b []byte) (Text, error) {
	a, err := openArchive(b)
	if err != nil {
		return Text{}, err
	}
	container, err := a.read("META-INF/container.xml")
	if err != nil {
		return Text{}, err
	}
	root := &rootFile{}
	_ = elements(container, root)
	opf, err := a.read(root.path)
	if err != nil {
		return Text{}, err
	}
	if opf == nil {
		return Text{}, &Refusal{"is no book: the list of its parts is not in it", "fetch it again"}
	}
	s := &sheet{}
	about := factsOf(opf)
	s.tell(aboutTitle, realTitle(about["title"]))
	s.tell(aboutAuthor, about["creator"])
	s.tell(aboutPublisher, about["publisher"])
	s.tell(aboutPublished, realDate(about["date"]))
	p := &packageFile{items: map[string]bookItem{}}
	if err := elements(opf, p); err != nil {
		return Text{}, err
	}
	secret, err := secrets(a)
	if err != nil {
		return Text{}, err
	}
	for _, name := range p.chapters(path.Dir(root.path)) {
		if secret[name] {
			return Text{}, &Refusal{"is locked to the programs of the shop that sold it", "ask for a copy that may be read"}
		}
		chapter, err := a.read(name)
		if err != nil {
			return Text{}, err
		}
		if err := s.page(chapter); err != nil {
			return Text{}, err
		}
	}
	return s.text()
}

// rootFile finds the path of a book's package file.
type rootFile struct{ path string }

func (r *rootFile) start(e xml.StartElement) error {
	if e.Name.Local == "rootfile" {
		r.path = attr(e, "full-path")
		return errStop
	}
	return nil
}
func (r *rootFile) end(string) error  { return nil }
func (r *rootFile) text(string) error { return nil }

// packageFile is the list of a book's parts, and the order in which they are
// read.
type packageFile struct {
	items map[string]bookItem // by id
	spine []string            // ids
}

type bookItem struct{ href, kind, properties string }

func (p *packageFile) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "item":
		p.items[attr(e, "id")] = bookItem{attr(e, "href"), attr(e, "media-type"), attr(e, "properties")}
	case "itemref":
		p.spine = append(p.spine, attr(e, "idref"))
	}
	return nil
}
func (p *packageFile) end(string) error  { return nil }
func (p *packageFile) text(string) error { return nil }

// chapters gives the names of the entries that hold the book's text, in the order
// of reading, each once.
func (p *packageFile) chapters(folder string) []string {
	var out []string
	seen := map[string]bool{}
	for _, id := range p.spine {
		item := p.items[id]
		text := item.kind == "application/xhtml+xml" || item.kind == "text/html"
		href, err := url.PathUnescape(item.href)
		name := path.Join(folder, href)
		if !text || err != nil || seen[name] || strings.Contains(" "+item.properties+" ", " nav ") {
			continue
		}
		seen[name] = true
		out = append(out, name)
	}
	return out
}

// secrets lists the entries of a book that are encrypted.
func secrets(a *archive) (map[string]bool, error) {
	b, err := a.read("META-INF/encryption.xml")
	if err != nil {
		return nil, err
	}
	r := &cipherReader{names: map[string]bool{}}
	_ = elements(b, r)
	return r.names, nil
}

// cipherReader reads the names of encrypted entries.
type cipherReader struct{ names map[string]bool }

func (r *cipherReader) start(e xml.StartElement) error {
	if e.Name.Local == "CipherReference" {
		if name, err := url.PathUnescape(attr(e, "URI")); err == nil {
			r.names[name] = true
		}
	}
	return nil
}
func (r *cipherReader) end(string) error  { return nil }
func (r *cipherReader) text(string) error { return nil }
