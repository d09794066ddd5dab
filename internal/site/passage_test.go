package site

import (
	"encoding/binary"
	"html"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

func TestPassage(t *testing.T) {
	golden.Run(t, "testdata/passage-*.txtar", func(t *testing.T, c *golden.Case) {
		text := unescape(t, strings.TrimSuffix(c.Input("text"), "\n"))
		var marks []string
		if c.Has("marks") {
			marks = lines(c.Input("marks"))
		}
		c.Check("html", visible(string(newSite(Input{}).html(readMarks(t, text, marks)))))
	})
}

// TestPassageRepetition would not end in time if marks, dates or Latin words
// cost more the more of them there are.
func TestPassageRepetition(t *testing.T) {
	const n = 50_000
	p := passage{Text: strings.Repeat("a ب ", n)}
	for i := range n {
		p.Dates = append(p.Dates, corpus.Date{Span: corpus.Span{Start: 5 * i, End: 5*i + 1}, Value: "2025"})
		all := corpus.Span{Start: 5 * i, End: 5 * n}
		p.Marks = append(p.Marks,
			corpus.Mark{Span: all, Kind: corpus.MarkLink, URL: "https://example.org/"},
			corpus.Mark{Span: all, Kind: corpus.MarkStrong})
	}
	s := newSite(Input{})
	if got, want := strings.Count(string(s.html(p)), "<time"), n; got != want {
		t.Errorf("html of %d dates has %d of them", want, got)
	}
	p.Marks = nil
	for i := range n {
		p.Names = append(p.Names, named{Span: corpus.Span{Start: 5 * i, End: 5*i + 4}, href: "#x"})
	}
	if got, want := strings.Count(string(s.html(p)), `class="name"`), n; got != want {
		t.Errorf("html of %d names has %d of them", want, got)
	}
	one := passage{Text: strings.Repeat("\u202e", n)}
	if got := strings.Count(string(s.html(one)), "U+202E"); got != n {
		t.Errorf("html of %d overrides names %d", n, got)
	}
	latin := passage{Text: strings.Repeat("9", n) + strings.Repeat(" x-", n)}
	if got := strings.Count(string(s.html(latin)), "x"); got != n {
		t.Errorf("html of a run of %d words has %d of them", n, got)
	}
}

// elementsAllowed are the elements that a passage may hold.
var elementsAllowed = map[string]bool{
	"bdi": true, "a": true, "time": true, "span": true, "strong": true, "em": true, "code": true,
}

// textOf parses a fragment strictly: it gives its text with the names of
// steering marks turned back, and fails on an element that was not expected, is
// closed out of order, or stands in its own kind.
func textOf(t *testing.T, fragment string) string {
	t.Helper()
	var text strings.Builder
	var open []string
	mark := false
	z := xhtml.NewTokenizer(strings.NewReader(fragment))
	for {
		switch z.Next() {
		case xhtml.ErrorToken:
			if len(open) > 0 {
				t.Fatalf("%q leaves %v open", fragment, open)
			}
			return text.String()
		case xhtml.StartTagToken:
			tok := z.Token()
			if !elementsAllowed[tok.Data] {
				t.Fatalf("%q holds <%s>", fragment, tok.Data)
			}
			for _, a := range tok.Attr {
				mark = mark || a.Key == "class" && a.Val == "mark"
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					t.Fatalf("%q holds attribute %s", fragment, a.Key)
				}
			}
			for _, o := range open {
				if o == tok.Data && o != "bdi" && o != "span" {
					t.Fatalf("%q nests <%s> in itself", fragment, o)
				}
			}
			open = append(open, tok.Data)
		case xhtml.EndTagToken:
			tok := z.Token()
			if len(open) == 0 || open[len(open)-1] != tok.Data {
				t.Fatalf("%q closes </%s> inside %v", fragment, tok.Data, open)
			}
			open, mark = open[:len(open)-1], false
		case xhtml.TextToken:
			if s := string(z.Raw()); mark {
				text.WriteString(unescape(t, `\U`+strings.Repeat("0", 10-len(s))+s[2:]))
			} else {
				text.WriteString(html.UnescapeString(s))
			}
		default:
			t.Fatalf("%q holds a comment or a declaration", fragment)
		}
	}
}

func FuzzPassage(f *testing.F) {
	f.Add("قال U.S. Central <b>&amp; في 2025-09-30 \u202e!", []byte{2, 4, 12, 0, 8, 40, 3, 9, 30})
	f.Add("a\u0301 NATO و ISIS. كما", []byte{0, 0, 5, 4, 3, 9})
	f.Add("", []byte{})
	f.Add("\u0080 \ue000\U000f0000", []byte{4, 0, 2, 5, 3, 4})
	f.Add("شركة Lockheed Martin في عهد U.S. 2003", []byte{5, 0, 13, 4, 23, 37, 5, 28, 32, 3, 10, 30})
	f.Add("شركة Loc\x03eed Martin في عهد", []byte{5, 0, 12, 4, 0, 23}) // two runs in one name, one beyond it
	f.Add("a b c d e f", []byte{5, 0, 8, 4, 2, 3, 4, 6, 11, 5, 8, 11})
	f.Add(strings.Repeat("كلمة word ", 900), []byte{1, 4, 200, 4, 9, 30, 3, 3, 222})
	f.Add(strings.Repeat("\u0301\u064e", 3000), []byte{0, 4, 9})
	s := newSite(Input{})
	f.Fuzz(func(t *testing.T, text string, marks []byte) {
		if strings.ContainsRune(text, '\r') { // HTML parsers read it as a line feed
			return
		}
		text = strings.ToValidUTF8(text, "?")
		p := passage{Text: text}
		bounds := []int{}
		for i := range text {
			bounds = append(bounds, i)
		}
		bounds = append(bounds, len(text))
		at := 0
		for ; len(marks) >= 3; marks = marks[3:] {
			a, b := int(marks[1])%len(bounds), int(marks[2])%len(bounds)
			span := corpus.Span{Start: bounds[min(a, b)], End: bounds[max(a, b)]}
			kinds := []corpus.MarkKind{corpus.MarkEmphasis, corpus.MarkStrong, corpus.MarkCode, corpus.MarkLink}
			if marks[0]%6 == 5 {
				p.Names = append(p.Names, named{Span: span, href: "#name"})
				continue
			}
			if k := int(marks[0] % 6); k < 4 {
				p.Marks = append(p.Marks, corpus.Mark{Span: span, Kind: kinds[k], URL: "https://example.org/" + text})
			} else if span.Start >= at && !span.Empty() {
				at = span.End
				p.Dates = append(p.Dates, corpus.Date{Span: span, Value: []string{"2025", "2025~", ""}[binary.BigEndian.Uint16(marks)%3]})
			}
		}
		out := string(s.html(p))
		if got := textOf(t, out); got != text {
			t.Errorf("text of html(%q) = %q", text, got)
		}
		if got := strings.Count(out, `class="date"`); got != len(p.Dates) {
			t.Errorf("html(%q) has %d dates, want %d: %s", text, got, len(p.Dates), out)
		}
		if got, want := strings.Count(out, `class="name"`), len(newSolid(p).names); got != want {
			t.Errorf("html(%q) has %d names, want %d: %s", text, got, want, out)
		}
		if strings.ContainsFunc(out, steers) {
			t.Errorf("html(%q) obeys a mark", text)
		}
	})
}
