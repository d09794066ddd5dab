package markdown

import (
	"regexp"
	"slices"
	"strings"
)

// cited is a citation at the end of a point, at a byte of its line.
type cited struct {
	id, label string
	at        int
	bare      bool // no link, as an editor may type it
}

// citationLink matches a citation: "[¶12](#p12)", "[¶12]", and what an editor
// may type by hand, "¶12".
var citationLink = regexp.MustCompile(`^(?:\[¶\s*([^\[\]\\¶]+)\](?:\(#([^()\s]+)\))?|¶\s*(\d+))$`)

// maxCitation bounds a citation, in bytes.
const maxCitation = 200

// cutCitations takes the citations off the end of a line. They may be parted
// by blanks or commas.
func cutCitations(line string) (text string, cites []cited) {
	text = strings.TrimRight(line, blanks)
	for {
		bare := text
		if len(cites) > 0 {
			bare = strings.TrimRight(strings.TrimRight(text, blanks), "،,"+blanks)
		}
		c, rest, ok := lastCitation(bare)
		if !ok || c.bare && len(cites) > 0 && !cites[0].bare {
			break
		}
		text = rest
		cites = append(cites, c)
	}
	slices.Reverse(cites)
	return strings.TrimRight(text, blanks), cites
}

// lastCitation takes one citation off the end of s.
func lastCitation(s string) (c cited, rest string, ok bool) {
	near := s[max(0, len(s)-maxCitation):]
	i := strings.LastIndex(near, "¶")
	if i < 0 {
		return c, s, false
	}
	i += len(s) - len(near)
	if i > 0 && s[i-1] == '[' {
		i--
	}
	m := citationLink.FindStringSubmatch(s[i:])
	escaped := i > 0 && s[i-1] == '\\'
	if m == nil || escaped {
		return c, s, false
	}
	c = cited{id: m[2], label: strings.TrimSpace(m[1]), at: i}
	if m[3] != "" {
		c.label, c.bare = m[3], true
	}
	if c.id == "" {
		c.id = "p" + strings.TrimPrefix(c.label, "p")
	}
	return c, s[:i], true
}
