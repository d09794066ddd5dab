package archive

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"path"
	"slices"
	"strings"

	"mojaz/internal/publish"
	"mojaz/internal/wording"
)

// bound are the kinds of pages that a book has, in the order of its chapters.
// The raw text of a source is in it as notes.
var bound = []string{"dossier", "phases", "timeline", "briefing", "agreement", "figures", "entities", "entity"}

// root is the folder of a book in its container.
const root = "EPUB"

// book is an EPUB in the making.
type book struct {
	Volume
	say     map[string]string
	leaves  map[string]*outline // the chapters, by the path of their page
	order   []*outline
	sources map[string]lines // raw texts, by the path of their page
	rtl     bool
}

// Book binds a dossier as an EPUB 3: a cover, a table of contents, and its
// pages, with what they cite as notes. The bytes depend on the volume alone.
func Book(v Volume) (publish.File, error) {
	b := &book{Volume: v, say: vocabulary(v.Language), leaves: map[string]*outline{}, sources: map[string]lines{}}
	b.Title, b.Site = oneLine(v.Title, v.Name), oneLine(v.Site, v.Name)
	if err := b.read(); err != nil {
		return publish.File{}, wording.Errorf("%s.epub: %w", v.Name, err)
	}
	files := []publish.File{{Path: "cover.xhtml", Bytes: b.cover()}, {Path: "nav.xhtml", Bytes: b.nav()}}
	for _, o := range b.order {
		chapter, err := b.chapter(o)
		if err != nil {
			return publish.File{}, wording.Errorf("%s.epub: %s: %w", v.Name, o.Path, err)
		}
		files = append(files, publish.File{Path: chapterPath(o.Path), Bytes: chapter})
	}
	style, fonts := b.style()
	files = append(files, style)
	files = append(files, fonts...)
	if v.Cover != nil {
		files = append(files, publish.File{Path: "cover.png", Bytes: v.Cover})
	}
	packed, err := container(append([]publish.File{{Path: "package.opf", Bytes: b.opf(files)}}, files...))
	return publish.File{Path: v.Name + ".epub", Bytes: packed}, err
}

// read takes in what chapters must know of each other. A page is parsed again when
// its chapter is written, so that not all have to be in memory at once.
func (b *book) read() error {
	for _, p := range b.Pages {
		chapter := slices.Contains(bound, p.Kind)
		if !chapter && p.Kind != "source" {
			continue
		}
		l, err := read(p)
		if err != nil {
			return wording.Errorf("%s: %w", p.Path, err)
		}
		if !chapter {
			b.sources[p.Path] = newLines(l)
			continue
		}
		prune(l.main)
		o := newOutline(l)
		b.leaves[p.Path] = o
		b.order = append(b.order, o)
	}
	if len(b.order) == 0 {
		return wording.Errorf("there is no page to bind")
	}
	slices.SortStableFunc(b.order, func(a, c *outline) int {
		return cmp.Compare(slices.Index(bound, a.Kind), slices.Index(bound, c.Kind))
	})
	b.rtl = b.order[0].dir == "rtl"
	return nil
}

// chapterPath names the file of a page in the book, in letters that every
// reading program can hold.
func chapterPath(page string) string { return plain(strings.TrimSuffix(page, ".html")) + ".xhtml" }

// plain writes all but ASCII letters, digits and a few marks as their numbers.
func plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 && (r == '/' || r == '-' || r == '.' || r == '_' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z') {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "_%x", r)
		}
	}
	return b.String()
}

// container packs a book: the file that says what it is comes first and as it
// is, with nothing about it, so that programs find it at its place.
func container(files []publish.File) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(to, flate.BestCompression)
	})
	const kind = "application/epub+zip"
	const firstDay = 1<<5 | 1 // 1980-01-01 as MS-DOS wrote it: without it there is no such day
	to, err := w.CreateRaw(&zip.FileHeader{
		Name: "mimetype", Method: zip.Store,
		//lint:ignore SA1019 a raw header is written as it stands, and Modified is not among what is written
		ModifiedDate: firstDay,
		CRC32:        crc32.ChecksumIEEE([]byte(kind)), CompressedSize64: uint64(len(kind)), UncompressedSize64: uint64(len(kind)),
	})
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(to, kind); err != nil {
		return nil, err
	}
	all := []publish.File{{Path: "META-INF/container.xml", Bytes: []byte(containerXML)}}
	for _, f := range files {
		all = append(all, publish.File{Path: path.Join(root, f.Path), Bytes: f.Bytes})
	}
	sums := Sums(append(slices.Clone(all), publish.File{Path: "mimetype", Bytes: []byte(kind)}))
	for _, f := range append(all, publish.File{Path: bookSums, Bytes: sums.Bytes}) {
		if err := pack(w, f.Path, f.Bytes); err != nil {
			return nil, err
		}
	}
	err = w.Close()
	return out.Bytes(), err
}

// containerXML leads a reading program to the book.
const containerXML = `<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="` + root + `/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`
