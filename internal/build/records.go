package build

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// record is a part of a file of content/ that stands or falls as one: a point
// with what is below it, a row of a table, a statement with its speaker, a
// paragraph, a phase.
type record struct {
	lines []string
	cites []cite
}

// cite is a paragraph of a briefing that a record rests on.
type cite struct {
	file string // of the briefing, below content/
	id   string // "p12"
}

func (c cite) String() string { return c.file + "#" + c.id }

// number gives 12 for p12.
func (c cite) number() int {
	n, _ := strconv.Atoi(strings.TrimPrefix(c.id, "p"))
	return n
}

var (
	// [¶12](#p12), [سكاي نيوز، ¶3](../briefings/003-f304fb.md#p3)
	citing = regexp.MustCompile(`\]\(([^()\s#]*)#(p[1-9]\d*)\)`)
	// {#p12}, {#p12 .lede}
	ownID = regexp.MustCompile(`\{#(p[1-9]\d*)[ }]`)
)

// recordsIn parts a file of content/, without its front matter, into records.
func recordsIn(name, text string) []record {
	starts := startsRecord
	if path.Base(name) == "phases.md" {
		starts = func(_, line string) bool { return strings.HasPrefix(line, "## ") }
	}
	var out []record
	last := ""
	for _, line := range strings.Split(withoutFront(text), "\n") {
		if len(out) == 0 || starts(last, line) {
			out = append(out, record{})
		}
		if strings.TrimSpace(line) != "" {
			r := &out[len(out)-1]
			r.lines = append(r.lines, line)
			r.cites = append(r.cites, citesIn(name, line)...)
		}
		last = line
	}
	for i := range out {
		slices.SortFunc(out[i].cites, func(a, b cite) int { return strings.Compare(a.String(), b.String()) })
		out[i].cites = slices.Compact(out[i].cites)
	}
	return out
}

// startsRecord reports whether a line begins a record, after the line before
// it. The line that says who speaks belongs to the quotation above it.
func startsRecord(last, line string) bool {
	switch {
	case strings.HasPrefix(line, "— "):
		return false
	case strings.HasPrefix(line, "- "), strings.HasPrefix(line, "|"), strings.HasPrefix(line, "#"):
		return true
	}
	return strings.TrimSpace(last) == "" && !strings.HasPrefix(line, " ")
}

// citesIn gives the paragraphs that a line cites, or is.
func citesIn(name, line string) (out []cite) {
	for _, m := range citing.FindAllStringSubmatch(line, -1) {
		file := name
		if m[1] != "" {
			file = path.Join(path.Dir(name), m[1])
		}
		out = append(out, cite{file, m[2]})
	}
	if m := ownID.FindStringSubmatch(line); m != nil {
		out = append(out, cite{name, m[1]})
	}
	return out
}

// withoutFront gives a file without its front matter.
func withoutFront(text string) string {
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return text
	}
	if _, body, closed := strings.Cut(rest, "\n---\n"); closed {
		return body
	}
	return text
}
