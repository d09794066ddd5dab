package build

import (
	"path"
	"regexp"
	"strings"
)

// reviewName is the file of a dossier's folder that lists the edits which need
// review. It is there while there is one.
const reviewName = "review.md"

// reviewHead is what an editor is to do with the list.
const reviewHead = `# للمراجعة

تعديلات تستند إلى كلام تغيّر في مصدره بعد أن كُتبت. انظر هل ما زالت تصح، ثم علّم الخانة هكذا [x] أو احذف السطر، وابنِ ثانية.

`

// A line of the list: the box, the words as they were, the id.
// - [ ] [index.md](index.md): «…» — [¶3](briefings/one.md#p3): كان «أ» وصار «ب» <!-- 0123456789abcdef01234567 -->
var listedDoubt = regexp.MustCompile(`^[-*+] \[([ xX])\] .*: كان «(.*?)» (?:وصار «(.*)»|وقد زال) <!-- ([0-9a-f]{24}) -->\s*$`)

// readListing reads the list of a dossier, by id. A line that an editor took out
// is confirmed, as one that is ticked.
func (w *contentWriter) readListing(dossier string) (map[string]doubt, error) {
	b, _, err := readIfThere(w.file(dossier, reviewName))
	out := map[string]doubt{}
	for line := range strings.Lines(string(b)) {
		if m := listedDoubt.FindStringSubmatch(line); m != nil {
			out[m[4]] = doubt{id: m[4], was: m[2], now: m[3], ticked: m[1] != " "}
		}
	}
	return out, err
}

// writeListing brings the list of a dossier up to date and reports whether that
// changed it.
func (w *contentWriter) writeListing(dossier string, doubts []doubt) (changed bool, err error) {
	name := path.Join(dossier, reviewName)
	old, there, err := readIfThere(w.file(name))
	if err != nil {
		return false, err
	}
	if len(doubts) == 0 {
		if !there {
			return false, nil
		}
		return true, w.remove(name)
	}
	var b strings.Builder
	b.WriteString(reviewHead)
	for _, d := range doubts {
		b.WriteString(d.line() + "\n")
	}
	if b.String() == string(old) {
		return false, nil
	}
	return true, w.write(name, []byte(b.String()))
}

// line writes a doubt as a line of the list.
func (d doubt) line() string {
	dossier, _, _ := strings.Cut(d.file, "/")
	at := func(p string) string { return strings.TrimPrefix(p, dossier+"/") }
	box, now := "[ ]", "وصار «"+harmless(d.now)+"»"
	if d.ticked {
		box = "[x]"
	}
	if d.now == "" {
		now = "وقد زال"
	}
	return "- " + box + " [" + at(d.file) + "](" + at(d.file) + "): «" + harmless(shortened(d.edit)) + "» — [¶" + strings.TrimPrefix(d.passage.id, "p") + "](" +
		at(d.passage.String()) + "): كان «" + harmless(d.was) + "» " + now + " <!-- " + d.id + " -->"
}

// harmless gives words without the marks that would be read as Markdown there.
func harmless(s string) string {
	return strings.NewReplacer("<", "‹", ">", "›", "[", "(", "]", ")", "`", "'", "«", "“", "»", "”", "\n", " ").Replace(s)
}

// Links and attributes: [¶3](#p3), {#p12 .lede}, [[name|word]].
var (
	linked    = regexp.MustCompile(`\[([^\[\]]*)\]\([^()]*\)`)
	attribute = regexp.MustCompile(` ?\{[^{}]*\}`)
	wikilink  = regexp.MustCompile(`\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]`)
)

// shortened gives the first words of a line, without the marks of a link.
func shortened(s string) string {
	s = attribute.ReplaceAllString(wikilink.ReplaceAllString(linked.ReplaceAllString(s, "$1"), "$1"), "")
	words := strings.Fields(s)
	if len(words) > 12 {
		return strings.Join(words[:12], " ") + " …"
	}
	return strings.Join(words, " ")
}
