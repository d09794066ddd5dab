package markdown

import (
	"regexp"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// The titles of the sections of an entity's file.
const (
	titleLine    = "التعريف"
	titleTenures = "المناصب"
)

// entityFront is the front matter of an entity's file.
type entityFront struct {
	Name     string   `yaml:"name"`
	Type     string   `yaml:"type"`
	Slug     string   `yaml:"slug"`
	Aliases  []string `yaml:"aliases"`
	Distinct []string `yaml:"distinct"`
}

// FormatEntity writes an entity as its file, with an editor's own sections if
// there are any. Documents are called by their ids; see [Outlets.FormatEntity].
func FormatEntity(e corpus.Entity[corpus.Passage], sections ...corpus.Section) []byte {
	return Outlets(nil).FormatEntity(e, sections...)
}

// FormatEntity writes an entity as the function FormatEntity does, with the
// outlets of the documents that it cites.
func (o Outlets) FormatEntity(e corpus.Entity[corpus.Passage], sections ...corpus.Section) []byte {
	e = writableEntity(e)
	s := shelf{outlets: o, folder: fromEntity}
	var w strings.Builder
	front := &yamlWriter{}
	front.text("name", e.Name)
	front.text("type", string(e.Type))
	front.text("slug", string(e.ID))
	front.list("aliases", e.Aliases)
	front.list("distinct", e.Distinct)
	w.WriteString(front.String())
	if e.Line != nil {
		w.WriteString("\n## " + titleLine + "\n\n" + (&lineWriter{}).said(s, *e.Line).String() + "\n")
	}
	head := "\n## " + titleTenures + "\n\n"
	for _, t := range e.Tenures {
		w.WriteString(head + "- " + formatTenure(s, t) + "\n")
		head = ""
	}
	formatSections(&w, sections)
	return []byte(w.String())
}

// slugs matches the id of an entity.
var slugs = phaseID

// writableEntity gives an entity as it can be written: names that a wikilink can
// hold, a known type, an id, and tenures with words and dates that are some.
func writableEntity(e corpus.Entity[corpus.Passage]) corpus.Entity[corpus.Passage] {
	e.Name, e.Mentions, e.Rule = nameOf(e.Name), nil, ""
	if e.Type != corpus.TypeNone && typeWords.word(e.Type) == "" {
		e.Type = ""
	}
	if !slugs.MatchString(string(e.ID)) {
		e.ID = corpus.EntityID(arabic.Slug(e.Name))
	}
	e.Aliases, e.Distinct = fitting(nameList(e.Aliases, e.Name)), fitting(nameList(e.Distinct, e.Name))
	if e.Line != nil {
		line := *e.Line
		line.Text = flat(line.Text)
		if e.Line = &line; line.Text == "" {
			e.Line = nil
		}
	}
	var tenures []corpus.Tenure[corpus.Passage]
	for _, t := range e.Tenures {
		t.Role, t.At.Text = oneLine(t.Role), flat(t.At.Text)
		t.First, t.Last = dateOrNone(t.First), dateOrNone(t.Last)
		if t.Role != "" && t.At.Text != "" {
			tenures = append(tenures, t)
		}
	}
	e.Tenures = tenures
	return e
}

// fitting gives the first names, so many as front matter has room for in one of
// its lists.
func fitting(names []string) []string {
	room := maxFront / 3
	for i, n := range names {
		if room -= len(scalar(n)) + len("  - \n"); room < 0 {
			return names[:i]
		}
	}
	return names
}

// formatTenure writes "رئيس الوزراء (2024-03 – 2025-11): «…» [¶3](…)".
func formatTenure(s shelf, t corpus.Tenure[corpus.Passage]) string {
	w := (&lineWriter{}).head(t.Role)
	_, _, _, dated := cutTerm(t.Role)
	switch {
	case t.First != "" && t.First == t.Last:
		w.head(" (" + t.First + ")")
	case t.First != "" || t.Last != "":
		w.head(" (" + strings.Trim(t.First+" – "+t.Last, " ") + ")")
	case dated: // else its own brackets would be read as the term
		w.head(" ()")
	}
	return w.mark(": ").said(s, t.At).String()
}

// term matches the time of a tenure: "2024-03", "2024-03 – 2025-11", "2024-03 –",
// "– 2025", "".
var term = regexp.MustCompile(`^([^\s–—]*)(?:\s*[–—]\s*([^\s–—]*))?$`)

// cutTerm cuts "role (2024-03 – 2025-11)"; ok is false when no brackets with
// dates end it.
func cutTerm(s string) (role, first, last string, ok bool) {
	i := strings.LastIndexByte(s, '(')
	if i < 0 || !strings.HasSuffix(s, ")") {
		return s, "", "", false
	}
	inside := strings.TrimSpace(s[i+1 : len(s)-1])
	m := term.FindStringSubmatch(arabic.Digits(inside))
	if m == nil || dateOrNone(m[1]) != m[1] || dateOrNone(m[2]) != m[2] {
		return s, "", "", false
	}
	first, last = m[1], m[2]
	if !strings.ContainsAny(inside, "–—") {
		last = first
	}
	return oneLine(s[:i]), first, last, true
}

// EntityNote is an entity as its file tells it, with what an editor added and
// the places of all it quotes.
type EntityNote struct {
	corpus.Entity[corpus.Passage]
	Dossier  string
	Path     string
	Sections []corpus.Section // an editor's own
	source   *source
	slugged  bool // the front matter gives ID
	line     saying
	tenures  []saying      // of Entity.Tenures, one for one
	linked   []sectionLink // in Sections
}

// ParseEntity reads the file of an entity; like Parse it never fails. The path is
// "content/<dossier>/entities/<name>.md"; its name counts where the front matter
// gives none.
func ParseEntity(file string, src []byte) (*EntityNote, []corpus.Problem) {
	f := &EntityNote{source: newSource(file, src), Path: file}
	id, dossier := identity(file)
	f.Dossier = dossier
	var front entityFront
	f.source.firstKey = "name"
	f.source.front(&front)
	f.readFront(front, string(id))
	for _, p := range f.source.outline(f.source.bodyStart()) {
		switch {
		case p.headless:
			f.source.preamble(p, titleLine)
		case sameTitle(p.title, titleLine):
			f.readDefinition(p)
		case sameTitle(p.title, titleTenures):
			f.readTenures(p)
		default:
			f.Sections = append(f.Sections, f.source.section(p))
			f.linked = append(f.linked, f.source.sectionLinks(p)...)
		}
	}
	return f, corpus.SortProblems(f.source.problems)
}

// readFront checks the front matter.
func (f *EntityNote) readFront(front entityFront, stem string) {
	f.Name = f.readName("name", front.Name)
	if f.Name == "" {
		f.Name = nameOf(stem)
	}
	f.ID, f.slugged = corpus.EntityID(front.Slug), slugs.MatchString(front.Slug)
	if !f.slugged {
		f.ID = corpus.EntityID(arabic.Slug(f.Name))
		if front.Slug != "" {
			f.source.reportKey("slug", wording.Of("%q cannot be a slug: it holds only a-z, 0-9 and hyphens", front.Slug), wording.Of("write slug: %s", string(f.ID)))
		}
	}
	f.Type = f.readType(oneLine(front.Type))
	for _, s := range front.Aliases {
		f.Aliases = append(f.Aliases, f.readName("aliases", s))
	}
	for _, s := range front.Distinct {
		f.Distinct = append(f.Distinct, f.readName("distinct", s))
	}
	f.Aliases, f.Distinct = nameList(f.Aliases, f.Name), nameList(f.Distinct, f.Name)
}

// readName checks a name at a key of the front matter.
func (f *EntityNote) readName(key, s string) string {
	name := nameOf(s)
	if name != oneLine(s) {
		f.source.reportKey(key, wording.Of("«%s» cannot be a name: a name holds no bracket, stroke or backslash and has up to %d bytes", shorten(visible(s)), maxName), wording.Of("write %s", name))
	}
	return name
}

// readType reads a type: PER and the like, the words of الأعلام, or none.
func (f *EntityNote) readType(word string) corpus.EntityType {
	if t := corpus.EntityType(strings.ToUpper(word)); typeWords.word(t) != "" {
		return t
	}
	if strings.EqualFold(word, string(corpus.TypeNone)) {
		return corpus.TypeNone
	}
	t, ok := typeWords.value(word)
	if !ok && word != "" {
		f.source.reportKey("type", wording.Of("unknown type %q", word), suggest(word, typeCodes(), "write type: %s"))
	}
	return t
}

// typeCodes are the types as front matter has them.
func typeCodes() []string {
	var out []string
	for i, e := range typeWords {
		if i == 0 || e.value != typeWords[i-1].value {
			out = append(out, string(e.value))
		}
	}
	return append(out, string(corpus.TypeNone))
}

// entityShelf says how the links of an entity's file lead.
var entityShelf = shelf{folder: fromEntity}

// readDefinition reads the sentence that tells who or what this is.
func (f *EntityNote) readDefinition(p part) {
	for _, it := range f.source.items(p.blocks) {
		said, ok := f.source.say(entityShelf, it.line, "a line", false)
		switch {
		case !ok:
		case f.Line != nil:
			f.source.report(corpus.Warning, it.line.inFile(0), "a second line", "keep the one that tells best; the first is read")
		default:
			f.Line, f.line = &said.passage, said
		}
	}
}

// readTenures reads the titles and offices.
func (f *EntityNote) readTenures(p part) {
	for _, it := range f.source.items(p.blocks) {
		said, ok := f.source.say(entityShelf, it.line, "a title or office", true)
		if !ok {
			continue
		}
		t := corpus.Tenure[corpus.Passage]{At: said.passage}
		t.Role, t.First, t.Last, _ = cutTerm(oneLine(said.head))
		if t.Role == "" {
			f.source.report(corpus.Warning, it.line.inFile(0), "a title or office without its words", wording.Of("write - رئيس الوزراء (2024-03): «…» %s", entityShelf.example()))
			continue
		}
		f.Tenures, f.tenures = append(f.Tenures, t), append(f.tenures, said)
	}
}

// Guide gives what an editor said of the entity, for the next time the dossier is
// read. last is the file as the program wrote it, nil for a file that an editor
// made. A slug that the front matter does not give is left to the program.
func (f *EntityNote) Guide(last *EntityNote) corpus.Guide {
	g := corpus.Guide{Name: f.Name, Type: f.Type, Aliases: f.Aliases, Distinct: f.Distinct}
	if last != nil {
		g.Known = append([]string{last.Name}, last.Aliases...)
	}
	if f.slugged {
		g.ID = f.ID
	}
	return g
}
