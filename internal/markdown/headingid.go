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
// «الأثر الإقليمي» becomes الأثر-الإقليمي and the suffix. The suffix also keeps
// them apart from the ids of paragraphs and lines, p12 and l12.
type headingIDs struct {
	suffix string
	used   map[string]int // without the suffix
}

// maxID bounds an id, in characters, without its suffix.
const maxID = 60

// Generate makes an id of the text of a heading.
func (h *headingIDs) Generate(value []byte, _ ast.NodeKind) []byte {
	id := slug(readLine(strings.TrimSpace(string(value))).text)
	if id == "" {
		id = "heading"
	}
	base := id
	for h.used[id] > 0 {
		h.used[base]++
		id = fmt.Sprintf("%s-%d", base, h.used[base])
	}
	h.used[id]++
	return []byte(id + h.suffix)
}

// Put takes note of an id that is in use; no heading of ours brings its own.
func (h *headingIDs) Put([]byte) {}

// resolve gives the id of a heading where a link leads to it without the suffix.
// An id that looks like a paragraph's or a line's is that.
func (h *headingIDs) resolve(url []byte) []byte {
	id, ok := strings.CutPrefix(unescape(string(url)), "#")
	if !ok || h.used[id] == 0 || numbered.MatchString(strings.Replace(id, "l", "p", 1)) {
		return url
	}
	return []byte("#" + id + h.suffix)
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
