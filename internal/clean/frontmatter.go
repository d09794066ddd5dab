package clean

import "strings"

// maxFront bounds the bytes that front matter may take.
const maxFront = 64 << 10

// frontMatter reads the lines between two "---" (or "+++") at the start of a
// Markdown file, and gives the offset of what follows. Only plain "key: value"
// lines, and the first item of a list below a key, are read.
func (h *head) frontMatter(raw string) int {
	body := strings.TrimPrefix(raw, "\ufeff")
	at := len(raw) - len(body)
	first, _, ok := strings.Cut(body, "\n")
	fence := strings.TrimSpace(first)
	if !ok || fence != "---" && fence != "+++" {
		return 0
	}
	pos, key := at+len(first)+1, ""
	for pos < len(raw) && pos < maxFront {
		line, _, more := strings.Cut(raw[pos:], "\n")
		pos += len(line) + b2i(more)
		switch t := strings.TrimSpace(line); {
		case t == fence || t == "..." && fence == "---":
			return pos
		case strings.HasPrefix(t, "- ") && key != "":
			h.front(key, t[2:])
			key = ""
		default:
			key = h.frontLine(t, fence == "+++")
		}
	}
	*h = head{} // never closed: it was a rule across the page
	return 0
}

// frontLine reads "key: value", or in TOML "key = value", and gives the key if
// its value must follow as a list.
func (h *head) frontLine(line string, toml bool) string {
	sep := ":"
	if toml {
		sep = "="
	}
	key, value, ok := strings.Cut(line, sep)
	if !ok || strings.HasPrefix(line, "#") {
		return ""
	}
	key = strings.ToLower(strings.TrimSpace(key))
	if strings.TrimSpace(value) == "" {
		return key
	}
	h.front(key, value)
	return ""
}

// front takes the value of a key.
func (h *head) front(key, value string) {
	value = strings.Trim(strings.TrimSpace(value), `"'[] `)
	switch key {
	case "title", "headline", "العنوان", "عنوان":
		h.title.hear(value, 95)
	case "author", "authors", "by", "byline", "الكاتب", "الكاتبة", "المؤلف":
		h.hearAuthor(value, 95)
	case "date", "published", "publishdate", "publish_date", "date_published", "created", "التاريخ", "تاريخ", "تاريخ النشر":
		h.published.hear(value, 95)
	case "publisher", "site", "site_name", "outlet", "الناشر":
		h.site.hear(value, 95)
	case "source", "المصدر":
		if !strings.Contains(value, "/") {
			h.site.hear(value, 80)
		}
	}
}
