package markdown

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"mojaz/internal/arabic"
)

// headingIDs makes the ids of a section's headings. goldmark's own drops every
// letter beyond ASCII; this one keeps the letters and digits of all scripts,
// joins words by hyphens, and drops harakat and punctuation, so that
// «الأثر الإقليمي» becomes الأثر-الإقليمي. What looks like the id of a paragraph
// or of a line (p12, l12) is set apart from them.
type headingIDs struct{ used map[string]int }

// maxID bounds an id, in characters.
const maxID = 60

// Generate makes an id of the text of a heading.
func (h *headingIDs) Generate(value []byte, _ ast.NodeKind) []byte {
	id := slug(readLine(strings.TrimSpace(string(value))).text)
	if id == "" {
		id = "heading"
	}
	if len(id) > 1 && strings.ContainsRune("pl", rune(id[0])) && strings.Trim(id[1:], "0123456789") == "" {
		id = "h-" + id
	}
	if h.used == nil {
		h.used = map[string]int{}
	}
	base := id
	for h.used[id] > 0 {
		h.used[base]++
		id = fmt.Sprintf("%s-%d", base, h.used[base])
	}
	h.used[id]++
	return []byte(id)
}

// Put takes note of an id that is in use.
func (h *headingIDs) Put(value []byte) {
	if h.used == nil {
		h.used = map[string]int{}
	}
	h.used[string(value)]++
}

func slug(s string) string {
	var b strings.Builder
	n, gap := 0, false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
			if n++; n == maxID {
				return b.String()
			}
		case unicode.IsMark(r) || r == arabic.Tatweel || arabic.Invisible(r):
		default:
			gap = true
		}
	}
	return b.String()
}
