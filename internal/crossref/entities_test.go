package crossref_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/crossref"
	"mojaz/internal/golden"
)

// castDocument makes a document of a text in which mentions are marked:
// «قال {PER المحمداوي = قيس المحمداوي @ نائب القائد} إن». What stands behind "="
// is the name in full, behind "@" the role, behind "#" the rule. Each line is a
// block.
func castDocument(id, published, text string) corpus.Document {
	doc := corpus.Document{Source: corpus.Source{ID: corpus.DocID(id)}}
	doc.Meta.Published = published
	var b strings.Builder
	for rest := text; rest != ""; {
		before, more, ok := strings.Cut(rest, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		mark, after, _ := strings.Cut(more, "}")
		doc.Mentions = append(doc.Mentions, castMention(mark, &b))
		rest = after
	}
	doc.Text = b.String()
	at := 0
	for line := range strings.Lines(doc.Text) {
		block := corpus.Block{Span: corpus.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}, Role: corpus.RoleBody}
		for _, s := range arabic.Sentences(block.Of(doc.Text)) {
			block.Sentences = append(block.Sentences, corpus.Span{Start: s.Start, End: s.End}.Shift(at))
		}
		if !block.Empty() {
			doc.Blocks = append(doc.Blocks, block)
		}
		at += len(line)
	}
	return doc
}

// castMention reads a mark, and writes the words that it marks to b.
func castMention(mark string, b *strings.Builder) corpus.Mention {
	mark, rule, _ := strings.Cut(mark, " # ")
	mark, role, _ := strings.Cut(mark, " @ ")
	typ, words, _ := strings.Cut(mark, " ")
	words, name, ok := strings.Cut(words, " = ")
	if !ok {
		name = words
	}
	start := b.Len()
	b.WriteString(words)
	return corpus.Mention{
		Span: corpus.Span{Start: start, End: b.Len()},
		Type: corpus.EntityType(typ), Name: name, Role: role, Rule: cmp.Or(rule, "test"),
	}
}

// castAffair makes an affair of the sections docs/<date> of a case.
func castAffair(c *golden.Case) (a corpus.Affair) {
	for _, f := range c.Inputs("docs/") {
		published, id, _ := strings.Cut(strings.TrimPrefix(f.Name, "docs/"), "_")
		a.Documents = append(a.Documents, castDocument(id, published, string(f.Data)))
	}
	return a
}

// castGuides reads guides, one a line: fields "known: a, b; name: c; …".
func castGuides(lines string) (out []corpus.Guide) {
	for line := range strings.Lines(lines) {
		var g corpus.Guide
		for field := range strings.SplitSeq(strings.TrimSpace(line), "; ") {
			key, value, _ := strings.Cut(field, ": ")
			list := strings.Split(value, ", ")
			switch key {
			case "known":
				g.Known = list
			case "id":
				g.ID = corpus.EntityID(value)
			case "name":
				g.Name = value
			case "type":
				g.Type = corpus.EntityType(value)
			case "aliases":
				g.Aliases = list
			case "distinct":
				g.Distinct = list
			}
		}
		out = append(out, g)
	}
	return out
}

func TestEntities(t *testing.T) {
	golden.Run(t, "testdata/entities/*.txtar", func(t *testing.T, c *golden.Case) {
		a := castAffair(c)
		var guides []corpus.Guide
		if c.Has("guides") {
			guides = castGuides(c.Input("guides"))
		}
		es := crossref.Entities(a, guides)
		checkEntities(t, a, es)
		c.Check("cast", writeCast(es))
		c.Check("mentions", writeMeant(a, es))
		c.Check("rules", writeRules(es))
		c.Check("told", writeTold(a, es))
	})
}

// writeCast writes one entity a line.
func writeCast(es []corpus.Entity[corpus.Ref]) string {
	var b strings.Builder
	for _, e := range es {
		fmt.Fprintf(&b, "%s %s %d %s", e.Type, e.ID, len(e.Mentions), e.Name)
		if len(e.Aliases) > 0 {
			fmt.Fprintf(&b, " = %s", strings.Join(e.Aliases, " = "))
		}
		if len(e.Distinct) > 0 {
			fmt.Fprintf(&b, " ≠ %s", strings.Join(e.Distinct, " ≠ "))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// writeMeant writes for each mention whom it means.
func writeMeant(a corpus.Affair, es []corpus.Entity[corpus.Ref]) string {
	cast := corpus.NewCast(es)
	var b strings.Builder
	for _, doc := range a.Documents {
		for i, m := range doc.Mentions {
			name := "-"
			if e := cast.Of(doc.ID, i); e != nil {
				name = e.Name
			}
			fmt.Fprintf(&b, "%s %s: %s\n", doc.ID, m.Of(doc.Text), name)
		}
	}
	return b.String()
}

// writeRules writes what joined the mentions of each entity.
func writeRules(es []corpus.Entity[corpus.Ref]) string {
	var b strings.Builder
	for _, e := range es {
		fmt.Fprintf(&b, "%q %s\n", e.Rule, e.Name)
	}
	return b.String()
}

// writeTold writes what the sources tell of each entity.
func writeTold(a corpus.Affair, es []corpus.Entity[corpus.Ref]) string {
	texts := map[corpus.DocID]string{}
	for _, doc := range a.Documents {
		texts[doc.ID] = doc.Text
	}
	var b strings.Builder
	for _, e := range es {
		fmt.Fprintf(&b, "%s\n", e.Name)
		for _, n := range e.Tenures {
			fmt.Fprintf(&b, "  %s..%s %s: %s\n", n.First, n.Last, n.Role, n.At.Of(texts[n.At.Doc]))
		}
		if e.Line != nil {
			fmt.Fprintf(&b, "  line %s: %s\n", e.Line.Doc, e.Line.Of(texts[e.Line.Doc]))
		}
	}
	return b.String()
}

// checkEntities holds a cast to what corpus promises of it.
func checkEntities(t *testing.T, a corpus.Affair, es []corpus.Entity[corpus.Ref]) {
	t.Helper()
	docs := map[corpus.DocID]*corpus.Document{}
	order := map[corpus.DocID]int{}
	for i := range a.Documents {
		docs[a.Documents[i].ID], order[a.Documents[i].ID] = &a.Documents[i], i
	}
	names, ids, meant := map[string]bool{}, map[corpus.EntityID]bool{}, map[corpus.MentionRef]bool{}
	for _, e := range es {
		if e.Name == "" || names[e.Name] || e.ID == "" || ids[e.ID] || len(e.Mentions) == 0 || e.Type == "" {
			t.Errorf("entity %q %q %q with %d mentions, want all of them, and names and ids that no other has", e.ID, e.Name, e.Type, len(e.Mentions))
		}
		names[e.Name], ids[e.ID] = true, true
		if strings.Trim(string(e.ID), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("id %q of %q, want [a-z0-9-]", e.ID, e.Name)
		}
		for i, m := range e.Mentions {
			if meant[m] {
				t.Errorf("mention %v means two entities", m)
			}
			meant[m] = true
			if i > 0 && cmp.Or(cmp.Compare(order[e.Mentions[i-1].Doc], order[m.Doc]), cmp.Compare(e.Mentions[i-1].Mention, m.Mention)) >= 0 {
				t.Errorf("mentions of %q are not in order", e.Name)
			}
		}
		if !slices.IsSorted(e.Aliases) || slices.Contains(e.Aliases, e.Name) || len(slices.Compact(slices.Clone(e.Aliases))) != len(e.Aliases) {
			t.Errorf("aliases of %q = %q, want each once, sorted, without the name", e.Name, e.Aliases)
		}
		for _, n := range e.Tenures {
			if doc := docs[n.At.Doc]; doc == nil || !n.At.Valid(len(doc.Text)) || !strings.Contains(n.At.Of(doc.Text), " ") && n.Role == "" {
				t.Errorf("tenure %+v of %q points nowhere", n, e.Name)
			}
		}
	}
}
