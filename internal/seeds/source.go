package seeds

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// source reads and decodes one file. Its ID and Dossier are set by the caller.
func (r *reader) source(name string, e fs.DirEntry) (s corpus.Source, ok bool) {
	b, ok := r.bytes(name, e)
	if !ok {
		return s, false
	}
	kind := kindOf(name)
	if len(b) == 0 {
		r.warn(name, "is empty", "")
		return s, false
	}
	d := r.open(b, kind)
	if d.refused != "" {
		r.warn(name, d.refused, d.hint)
		return s, false
	}
	if !strings.ContainsFunc(d.text, written) {
		r.warn(name, "holds no text", "")
		return s, false
	}
	if d.note != "" {
		r.note(name, d.note, d.hint)
	}
	r.broken(name, d)
	if kind == corpus.KindText && looksHTML(d.text) {
		r.note(name, "is HTML inside, and is read as HTML", "")
		kind = corpus.KindHTML
	}
	sum := sha256.Sum256(b)
	return corpus.Source{
		Path: r.display(name), Kind: kind, Encoding: d.encoding,
		Raw: d.text, SHA256: hex.EncodeToString(sum[:]),
	}, true
}

// written reports whether r is something to read: visible and not the mark of
// a broken byte.
func written(r rune) bool {
	return r > ' ' && r != '\ufffd' && r != '\u00a0' && !arabic.Invisible(r)
}

// broken reports the characters that could not be decoded, at the first one.
func (r *reader) broken(name string, d decoded) {
	if d.broken == 0 {
		return
	}
	before := d.text[:d.brokenAt]
	line := strings.Count(before, "\n") + 1
	start := strings.LastIndexByte(before, '\n') + 1
	excerpt, _, _ := strings.Cut(d.text[start:], "\n")
	r.report(corpus.Problem{
		Severity: corpus.Warning, Path: name, Line: line, Col: len([]rune(before[start:])) + 1,
		Message: wording.Of("%s not %s, shown as \ufffd", wording.Count(d.broken, "%d character is", "%d characters are"), d.encoding),
		Hint:    "look for the word in the original", Excerpt: shorten(excerpt),
	})
}

// shorten cuts a line for an excerpt.
func shorten(line string) string {
	if rs := []rune(line); len(rs) > 120 {
		return string(rs[:119]) + "…"
	}
	return line
}

// looksHTML reports whether a text file is a web page: it begins with the
// declaration or the root element of one.
func looksHTML(text string) bool {
	head := strings.ToLower(strings.TrimLeftFunc(text[:min(len(text), 1024)], func(r rune) bool { return !written(r) }))
	if strings.HasPrefix(head, "<?xml") {
		return strings.Contains(head, "<html")
	}
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}

// foreign names what b is by its first bytes, "application/zip", or gives ""
// when they tell nothing. Only to be asked of what is no text for other
// reasons: "BMW" begins like an image.
func foreign(b []byte) string {
	kind, _, _ := strings.Cut(http.DetectContentType(b), ";")
	switch kind {
	case "text/plain", "text/html", "text/xml", "application/octet-stream":
		return ""
	}
	return kind
}
