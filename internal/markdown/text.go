package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// readText reads the section النص.
func (f *File) readText(p part) {
	for _, n := range p.blocks {
		f.readBlock(n, corpus.RoleBody)
	}
}

// readBlock reads one block of النص: paragraphs, headings and quotations as what
// they are, the items of a list as a paragraph each.
func (f *File) readBlock(n ast.Node, role corpus.Role) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		f.addParagraph(f.source.join(n), role)
	case *ast.Heading:
		f.addParagraph(f.source.join(n), corpus.RoleHeading)
	case *ast.Blockquote:
		f.readBlocks(n, corpus.RolePullQuote)
	case *ast.List, *ast.ListItem:
		f.readBlocks(n, role)
	case *ast.CodeBlock: // an indented line is a paragraph
		f.addParagraph(f.source.join(n), role)
	case *ast.ThematicBreak:
	case *extast.Table, *ast.FencedCodeBlock:
		f.source.report(corpus.Warning, n.Pos(), "a table or code cannot stand in "+titleText, "move it to a section of its own")
	}
}

func (f *File) readBlocks(n ast.Node, role corpus.Role) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		f.readBlock(c, role)
	}
}

// maxLine bounds a paragraph, in bytes.
const maxLine = 1 << 20

// addParagraph reads a joined line as a paragraph of النص.
func (f *File) addParagraph(l located, role corpus.Role) {
	line, a, _ := cutAttributes(l.source)
	if len(line) > maxLine {
		f.source.report(corpus.Warning, l.inFile(0), wording.Of("a paragraph of more than %d bytes", maxLine), "part it; it is left out")
		return
	}
	if i := strings.LastIndex(line, "{#"); a.id == "" && strings.HasSuffix(line, "}") && i > 0 && line[i-1] != '\\' {
		f.source.report(corpus.Warning, l.inFile(i), "what stands in the braces cannot be read", "write {#p12} after a blank")
	}
	l.passage = readLine(line)
	for _, class := range a.classes {
		role = f.roleOf(class, role, l.inFile(len(line)))
	}
	for _, p := range a.pairs {
		f.source.report(corpus.Warning, l.inFile(len(line)), wording.Of("unknown attribute %q of a paragraph", p.key), "write {#p12 .lede}")
	}
	f.reportSlips(l)
	f.paragraphs = append(f.paragraphs, l)
	f.Paragraphs = append(f.Paragraphs, corpus.Paragraph{
		ID: a.id, Role: role, Text: l.text, Dates: l.dates, Links: f.linksIn(l), Marks: l.marks,
	})
}

// roleOf gives the role that a class names.
func (f *File) roleOf(class string, role corpus.Role, at int) corpus.Role {
	if r := corpus.Role(class); r.Kept() {
		return r
	}
	kept := []corpus.Role{corpus.RoleBody, corpus.RoleHeading, corpus.RoleLede, corpus.RolePullQuote}
	f.source.report(corpus.Warning, at, wording.Of("unknown class %q", "."+class), suggest(class, names(kept), "write .%s"))
	return role
}

func (f *File) reportSlips(l located) { f.source.reportSlips(l) }

// numbered matches the ids that the program gives: "p12".
var numbered = regexp.MustCompile(`^p([1-9]\d{0,8})$`)

// supplyIDs gives the next free id to each paragraph that has none and to each
// that repeats one.
func (f *File) supplyIDs() {
	f.index = map[string]int{}
	free := 1
	for _, p := range f.Paragraphs {
		if m := numbered.FindStringSubmatch(p.ID); m != nil {
			n, _ := strconv.Atoi(m[1])
			free = max(free, n+1)
		}
	}
	for i := range f.Paragraphs {
		p, l := &f.Paragraphs[i], f.paragraphs[i]
		first, twice := f.index[p.ID]
		if p.ID != "" && !twice {
			f.index[p.ID] = i
			continue
		}
		id := paragraphID(free - 1)
		free++
		if p.ID == "" {
			f.source.report(corpus.Warning, l.inFile(0), "a paragraph without an id", wording.Of("write {#%s} at its end", id))
		} else {
			line := f.Line(f.Paragraphs[first].ID)
			f.source.report(corpus.Fault, l.inFile(0), wording.Of("the id %q is already on line %d", p.ID, line), wording.Of("write {#%s} here", id))
		}
		p.ID = id
		f.index[id] = i
	}
}

// has reports whether there is a paragraph of that id.
func (f *File) has(id string) bool {
	_, ok := f.index[id]
	return ok
}
