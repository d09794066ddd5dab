package clean

import (
	"encoding/json"
	"strings"
)

// maxJSONDepth bounds how deep JSON-LD is followed.
const maxJSONDepth = 16

// jsonLD reads a script of type application/ld+json.
func (h *head) jsonLD(raw string) {
	if len(raw) > maxJSON {
		return
	}
	raw = strings.Map(func(r rune) rune { // pages write line ends inside strings
		if r < ' ' {
			return ' '
		}
		return r
	}, raw)
	var v any
	if json.Unmarshal([]byte(raw), &v) == nil {
		h.node(v, 0)
	}
}

// node looks for what publishes in a value and in what it holds.
func (h *head) node(v any, depth int) {
	if depth > maxJSONDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			h.node(e, depth+1)
		}
	case map[string]any:
		if worth := typeWorth(v["@type"]); worth > 0 {
			h.article(v, worth)
		}
		h.node(v["@graph"], depth+1)
		h.node(v["mainEntity"], depth+1)
	}
}

// typeWorth says how good a witness a node of that type is; 0 is none.
func typeWorth(t any) int {
	if list, ok := t.([]any); ok && len(list) > 0 {
		t = list[0]
	}
	name, _ := t.(string)
	switch {
	case strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "Posting") || name == "Report":
		return 90
	case name == "WebPage" || name == "VideoObject":
		return 35
	}
	return 0
}

func (h *head) article(v map[string]any, worth int) {
	h.title.hear(text(v["headline"]), worth)
	h.title.hear(text(v["name"]), worth-10)
	h.published.hear(text(v["datePublished"]), worth)
	h.hearAuthor(text(v["author"]), worth)
	h.site.hear(text(v["publisher"]), worth-20) // og:site_name is closer to the name people use
}

// text gives a value's words: a string, the name of a node, or of the first of
// a list.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		s, _ := v["name"].(string)
		return s
	case []any:
		if len(v) > 0 {
			if s, ok := v[0].(string); ok {
				return s
			}
			if m, ok := v[0].(map[string]any); ok {
				return text(m)
			}
		}
	}
	return ""
}
