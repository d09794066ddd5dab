package clean

import (
	"strings"
	"time"
	"unicode/utf8"
)

// sheet reads the text that package extract takes out of a file: what the file
// says of itself, then lines of which some are headings. There is no other
// markup in it.
type sheet struct {
	out   scribe
	head  head
	hints []hint
}

// readSheet reads the whole text. own says that all of it is the document's: a
// file of a word processor has no menus, a printed web page does.
func readSheet(raw string, own bool) *sheet {
	s := &sheet{head: head{sheet: true}}
	h := hint{zone: zoneArticle}
	if own {
		h.parts = partBody
	}
	for at := s.front(raw); at < len(raw); {
		end := lineEnd(raw, at)
		line := h
		text := raw[at:end]
		if marks := len(text) - len(strings.TrimLeft(text, "#")); marks > 0 && marks <= 5 && strings.HasPrefix(text[marks:], " ") {
			line.heading = marks
			at += marks
		}
		line.item = strings.Contains(text, " | ") // a row of a table is no heading
		before := s.out.lines
		for i := at; i < end; {
			r, size := utf8.DecodeRuneInString(raw[i:end])
			if r != utf8.RuneError || size > 1 {
				s.out.put(r, i)
			}
			i += size
		}
		if s.out.lines > before {
			s.hints = append(s.hints, line)
		}
		if end < len(raw) {
			s.out.newline(end)
		}
		at = end + 1
	}
	s.out.part(1)
	return s
}

// front reads what the file says of itself and gives the offset of what follows.
// Its words weigh less than those of a page's author: programs fill such fields
// with what they have, and a file may be made long after what is in it.
func (s *sheet) front(raw string) int {
	rest, ok := strings.CutPrefix(raw, "---\n")
	if !ok {
		return 0
	}
	for line := range strings.Lines(rest) {
		rest = rest[len(line):]
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "---":
			return len(raw) - len(rest)
		case "title":
			s.head.title.hear(value, 50)
		case "author":
			s.head.hearAuthor(value, 50)
		case "publisher":
			s.head.site.hear(value, 50)
		case "published":
			s.head.published.hear(value, 60)
		case "created":
			s.head.published.hear(value[:min(len(value), len(time.DateOnly))], 20) // the hour is that of the file
		}
	}
	s.head = head{sheet: true}
	return 0
}
