package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// writableNames gives the names that can be written: each once, of a known type
// and with a role on one line.
func writableNames(in []corpus.Name) []corpus.Name {
	var out []corpus.Name
	there := map[string]bool{}
	for _, n := range in {
		if !nameable(n.Name) || there[n.Name] {
			continue
		}
		there[n.Name] = true
		if typeWords.word(n.Type) == "" {
			n.Type = corpus.TypeMisc
		}
		n.Role = oneLine(n.Role)
		out = append(out, n)
	}
	return out
}

// formatNames writes the section الأعلام.
func formatNames(w *strings.Builder, names []corpus.Name) {
	if len(names) == 0 {
		return
	}
	w.WriteString("\n## " + titleNames + "\n\n")
	for _, n := range names {
		w.WriteString("- " + formatWikilink(n.Name, "") + " — " + typeWords.word(n.Type))
		if n.Role != "" {
			w.WriteString("، " + escapeText(n.Role, false))
		}
		w.WriteByte('\n')
	}
}

// readNames reads the section الأعلام: each item of its lists is a name.
func (f *File) readNames(p part) {
	for _, n := range p.blocks {
		f.readNamesIn(n)
	}
}

func (f *File) readNamesIn(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *ast.CodeBlock:
		f.addName(f.source.join(n))
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			f.readNamesIn(c)
		}
	}
}

// nameHint shows the form of a name.
const nameHint = "write - [[name]] — شخص، its role"

// addName reads a joined line as a name, its type and its role. The brackets
// may be missing.
func (f *File) addName(l located) {
	l.passage = readLine(l.source)
	f.reportSlips(l)
	n := corpus.Name{}
	rest := ""
	if len(l.links) > 0 && strings.TrimSpace(l.text[:l.links[0].Start]) == "" {
		n.Name, rest = l.links[0].Name, l.text[l.links[0].End:]
	} else if !dashed(l.text) {
		n.Name, rest, _ = strings.Cut(l.text, " — ")
		n.Name = oneLine(n.Name)
	}
	if !nameable(n.Name) {
		f.source.report(corpus.Warning, l.inFile(0), "a line without a name", nameHint)
		return
	}
	if first, twice := f.names[n.Name]; twice {
		line, _ := f.source.at(f.named[first].inFile(0))
		f.source.report(corpus.Warning, l.inFile(0), wording.Of("the name «%s» is already on line %d", n.Name, line), "take one of the two away")
		return
	}
	n.Type, n.Role = f.typeAndRole(l, rest)
	f.names[n.Name] = len(f.Names)
	f.Names, f.named = append(f.Names, n), append(f.named, l)
}

// typeAndRole reads what follows a name: "— شخص، رئيس الوزراء".
func (f *File) typeAndRole(l located, s string) (corpus.EntityType, string) {
	word, role := cutComma(cutDash(s))
	t, ok := typeWords.value(word)
	switch {
	case strings.TrimSpace(word) == "":
		f.source.report(corpus.Warning, l.inFile(0), "a name without a type", suggest("", typeWords.words(), "write one of: %s"))
	case !ok:
		f.source.report(corpus.Warning, l.inFile(0), wording.Of("unknown type «%s»", oneLine(word)), suggest(oneLine(word), typeWords.words(), "write %s"))
	default:
		return t, oneLine(role)
	}
	return corpus.TypeMisc, oneLine(role)
}

// cutDash takes the dash off the start of s.
func cutDash(s string) string {
	s = strings.TrimLeft(s, blanks)
	for _, dash := range []string{"—", "–", "―", "-"} {
		if rest, ok := strings.CutPrefix(s, dash); ok {
			return strings.Trim(rest, blanks)
		}
	}
	return strings.Trim(s, blanks)
}

// cutComma cuts s at its first comma, Arabic or Latin.
func cutComma(s string) (before, after string) {
	i := strings.IndexAny(s, "،,")
	if i < 0 {
		return s, ""
	}
	after = strings.TrimPrefix(strings.TrimPrefix(s[i:], "،"), ",")
	return s[:i], after
}

// linksIn gives the wikilinks of a passage that name one of the briefing's
// names, and reports the others, which stay plain words.
func (f *File) linksIn(l located) []corpus.Link {
	var out []corpus.Link
	for _, link := range l.links {
		if f.knows(link.Name, l.inFile(link.at)) {
			out = append(out, link.Link)
		}
	}
	return out
}

// knows reports whether there is such a name; if not, that is a problem at a
// byte of the file.
func (f *File) knows(name string, at int) bool {
	if _, ok := f.names[name]; ok {
		return true
	}
	f.source.report(corpus.Warning, at, wording.Of("«%s» is not among the names", name), f.nameHint(name))
	return false
}

// maxNear bounds the names among which the nearest to a wrong one is looked for.
const maxNear = 500

// nameHint says what to write for a name that is not there.
func (f *File) nameHint(name string) wording.Text {
	if f.source.full() {
		return ""
	}
	near := f.Names[:min(len(f.Names), maxNear)]
	all := make([]string, len(near))
	for i, n := range near {
		all[i] = n.Name
	}
	if best := nearest(name, all); best != "" {
		return wording.Of("write [[%s]]", best)
	}
	return wording.Of("add it under ## %s: - [[%s]] — %s", titleNames, name, typeWords.word(corpus.TypePerson))
}
