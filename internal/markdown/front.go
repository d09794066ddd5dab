package markdown

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// front is the front matter of a briefing. Fields are in the order in which
// they are written.
type front struct {
	Title     string   `yaml:"title"`
	Supplied  bool     `yaml:"title_supplied"`
	Source    string   `yaml:"source"`
	SHA256    string   `yaml:"sha256"`
	Publisher string   `yaml:"publisher"`
	Author    string   `yaml:"author"`
	Published string   `yaml:"published"`
	Time      string   `yaml:"time"`
	Inferred  bool     `yaml:"published_inferred"`
	Evidence  []string `yaml:"evidence"`
	Rights    string   `yaml:"rights"`
}

func frontOf(b corpus.Briefing) front {
	return front{
		Title: b.Title, Supplied: b.TitleSupplied, Source: b.Source, SHA256: b.SHA256,
		Publisher: b.Publisher, Author: b.Author, Published: b.Published, Time: b.Time,
		Inferred: b.Inferred, Evidence: b.Evidence, Rights: string(b.Rights),
	}
}

// fill sets the fields of b that the front matter holds.
func (f front) fill(b *corpus.Briefing) {
	b.Title, b.TitleSupplied, b.Source, b.SHA256 = f.Title, f.Supplied, f.Source, f.SHA256
	b.Publisher, b.Author, b.Published, b.Time = f.Publisher, f.Author, f.Published, f.Time
	b.Inferred, b.Evidence, b.Rights = f.Inferred, f.Evidence, corpus.Rights(f.Rights)
}

// formatFront writes front matter with its fences; what is empty is left out.
func formatFront(f front) string {
	w := &yamlWriter{}
	w.text("title", f.Title)
	w.flag("title_supplied", f.Supplied)
	w.text("source", f.Source)
	w.text("sha256", f.SHA256)
	w.text("publisher", f.Publisher)
	w.text("author", f.Author)
	w.text("published", f.Published)
	w.text("time", f.Time)
	w.flag("published_inferred", f.Inferred)
	w.list("evidence", f.Evidence)
	w.text("rights", f.Rights)
	return w.String()
}

// yamlWriter writes front matter. It is ours because values come from hostile
// files and must come back as they were, and because ordinary ones should stand
// without quotes.
type yamlWriter struct{ strings.Builder }

func (w *yamlWriter) String() string { return "---\n" + w.Builder.String() + "---\n" }

func (w *yamlWriter) text(key, value string) {
	if value != "" {
		fmt.Fprintf(w, "%s: %s\n", key, scalar(value))
	}
}

func (w *yamlWriter) flag(key string, value bool) {
	if value {
		fmt.Fprintf(w, "%s: true\n", key)
	}
}

func (w *yamlWriter) list(key string, values []string) {
	if len(values) == 0 {
		return
	}
	fmt.Fprintf(w, "%s:\n", key)
	for _, v := range values {
		fmt.Fprintf(w, "  - %s\n", scalar(v))
	}
}

// day matches a date that may stand without quotes: "2025-08-31", "2025-08".
var day = regexp.MustCompile(`^\d{4}-\d\d(-\d\d)?$`)

// reserved are the words that YAML reads as something else than a string.
var reserved = []string{"true", "false", "null", "yes", "no", "on", "off", "y", "n"}

// scalar writes a string as YAML: plain when it cannot be misread, else in
// double quotes.
func scalar(s string) string {
	if day.MatchString(s) || plain(s) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r > 0xffff && !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\U%08x`, r)
		case r != ' ' && (!unicode.IsPrint(r) || arabic.Invisible(r) && r != '\u200c' && r != '\u200d' || r == '\ufeff'):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// plain reports whether s is a string to every reader of YAML without quotes.
func plain(s string) bool {
	for i, r := range s {
		if i == 0 && !unicode.IsLetter(r) || !unicode.IsPrint(r) || arabic.Invisible(r) {
			return false
		}
	}
	return s != "" && !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, " ") &&
		!strings.Contains(s, ": ") && !strings.Contains(s, " #") &&
		!slices.Contains(reserved, strings.ToLower(s)) && !isNumber(s)
}

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}
