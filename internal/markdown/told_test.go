package markdown

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mojaz/internal/corpus"
)

// TestToldExceptions is the table of what Format changes in relations, phases, key
// points and entities, each with its reason.
func TestToldExceptions(t *testing.T) {
	at := corpus.Passage{Doc: "x", Cite: "p1", Text: "نص"}
	wordless := corpus.Passage{Doc: "x", Cite: "p1"}
	stands := []corpus.Stand[corpus.Passage]{{At: at, Status: corpus.StatusDone}}
	t.Run("relations", func(t *testing.T) {
		for _, c := range []struct {
			why      string
			in, want []corpus.Relation[corpus.Passage]
		}{
			{"a relation of no kind says nothing", []corpus.Relation[corpus.Passage]{{Kind: "likes", A: at, B: at}}, nil},
			{"a passage without words is none", []corpus.Relation[corpus.Passage]{{Kind: corpus.Updates, A: at, B: wordless}}, nil},
			{"a relation stands in the briefing of its A", []corpus.Relation[corpus.Passage]{{Kind: corpus.Updates, A: corpus.Passage{Doc: "y", Cite: "p1", Text: "نص"}, B: at}}, nil},
			{"a question is one line", []corpus.Relation[corpus.Passage]{{Kind: corpus.Updates, A: at, B: at, About: " ما\n هو "}}, []corpus.Relation[corpus.Passage]{{Kind: corpus.Updates, A: at, B: at, About: "ما هو"}}},
		} {
			b := corpus.Briefing{ID: "x", Dossier: "d", Path: "content/d/briefings/x.md", Relations: c.in}
			got, _ := Parse(b.Path, Format(b))
			same(t, c.why, got.Relations, c.want)
		}
	})
	t.Run("phases", func(t *testing.T) {
		phase := func(p corpus.Phase[corpus.Passage]) []corpus.Phase[corpus.Passage] {
			p.ID, p.Label, p.Kind = "a", "س", corpus.PhasePast
			if p.Evidence == nil {
				p.Evidence = stands
			}
			return []corpus.Phase[corpus.Passage]{p}
		}
		dispute := func(about corpus.DisputeKind, values ...string) corpus.Dispute[corpus.Passage] {
			d := corpus.Dispute[corpus.Passage]{About: about}
			for _, v := range values {
				d.Sides = append(d.Sides, corpus.Side[corpus.Passage]{At: at, Value: v})
			}
			return d
		}
		for _, c := range []struct {
			why      string
			in, want []corpus.Phase[corpus.Passage]
		}{
			{"nothing is said without evidence", []corpus.Phase[corpus.Passage]{{ID: "a", Kind: corpus.PhasePast}}, nil},
			{"an id stands in addresses", []corpus.Phase[corpus.Passage]{{ID: "أ", Kind: corpus.PhasePast, Evidence: stands}}, nil},
			{"a kind that is none claims the least", []corpus.Phase[corpus.Passage]{{ID: "a", Kind: "soon", Evidence: stands}}, []corpus.Phase[corpus.Passage]{{ID: "a", Kind: corpus.PhaseScenario, Evidence: stands}}},
			{"a date that is none is dropped", phase(corpus.Phase[corpus.Passage]{Start: "2025-13", End: "2025"}), phase(corpus.Phase[corpus.Passage]{End: "2025"})},
			{"the rule is for tracing", phase(corpus.Phase[corpus.Passage]{Rule: "r"}), phase(corpus.Phase[corpus.Passage]{})},
			{"a status that is none is dropped, the passage stays", phase(corpus.Phase[corpus.Passage]{Evidence: []corpus.Stand[corpus.Passage]{{At: at, Status: "maybe", When: "soon"}, {At: wordless}}}), phase(corpus.Phase[corpus.Passage]{Evidence: []corpus.Stand[corpus.Passage]{{At: at}}})},
			{"an answer that answers nothing is dropped, and with it a dispute of one side", phase(corpus.Phase[corpus.Passage]{Disputes: []corpus.Dispute[corpus.Passage]{dispute(corpus.DisputeEnd, "2025", "soon", "2026"), dispute(corpus.DisputeStart, "2025", "soon"), dispute("mood", "a", "b")}}), phase(corpus.Phase[corpus.Passage]{Disputes: []corpus.Dispute[corpus.Passage]{dispute(corpus.DisputeEnd, "2025", "2026")}})},
			{"of two disputes about the same the first stays", phase(corpus.Phase[corpus.Passage]{Disputes: []corpus.Dispute[corpus.Passage]{dispute(corpus.DisputeScope, "أ", "ب"), dispute(corpus.DisputeScope, "ج", "د")}}), phase(corpus.Phase[corpus.Passage]{Disputes: []corpus.Dispute[corpus.Passage]{dispute(corpus.DisputeScope, "أ", "ب")}})},
		} {
			got, _ := ParsePhases("content/d/phases.md", FormatPhases(PhaseMap{Phases: c.in}))
			same(t, c.why, got.Phases, c.want)
		}
	})
	t.Run("points", func(t *testing.T) {
		for _, c := range []struct {
			why      string
			in, want []corpus.KeyPoint[corpus.Passage]
		}{
			{"a disagreement has words against", []corpus.KeyPoint[corpus.Passage]{{Kind: corpus.PointDispute, At: at, Support: []corpus.Passage{at}, Against: []corpus.Passage{wordless}}}, nil},
			{"a point of no kind says not why it is there", []corpus.KeyPoint[corpus.Passage]{{Kind: "joke", At: at}}, nil},
			{"a passage without words is none", []corpus.KeyPoint[corpus.Passage]{{Kind: corpus.PointState, At: at, Support: []corpus.Passage{wordless, at}, Phase: "أ"}}, []corpus.KeyPoint[corpus.Passage]{{Kind: corpus.PointState, At: at, Support: []corpus.Passage{at}}}},
		} {
			got, _ := ParseOverview("content/d/index.md", FormatOverview(corpus.Overview{Points: c.in}))
			same(t, c.why, got.Points, c.want)
		}
	})
	t.Run("entities", func(t *testing.T) {
		for _, c := range []struct {
			why      string
			in, want corpus.Entity[corpus.Passage]
		}{
			{"a wikilink holds no bracket", corpus.Entity[corpus.Passage]{ID: "a", Name: "س [ص]", Aliases: []string{"س|", "س", "س ص", "س"}}, corpus.Entity[corpus.Passage]{ID: "a", Name: "س ص", Aliases: []string{"س"}}},
			{"a slug stands in addresses", corpus.Entity[corpus.Passage]{ID: "أ", Name: "بغداد", Type: "CITY"}, corpus.Entity[corpus.Passage]{ID: "bghdad", Name: "بغداد"}},
			{"mentions and rule are the program's", corpus.Entity[corpus.Passage]{ID: "a", Name: "س", Mentions: []corpus.MentionRef{{Doc: "x"}}, Rule: "r", Line: &wordless}, corpus.Entity[corpus.Passage]{ID: "a", Name: "س"}},
			{"a tenure has words", corpus.Entity[corpus.Passage]{ID: "a", Name: "س", Tenures: []corpus.Tenure[corpus.Passage]{{At: at}, {Role: "وزير", At: wordless}, {Role: " وزير  الدفاع", First: "soon", At: at}}}, corpus.Entity[corpus.Passage]{ID: "a", Name: "س", Tenures: []corpus.Tenure[corpus.Passage]{{Role: "وزير الدفاع", At: at}}}},
		} {
			got, _ := ParseEntity("content/d/entities/x.md", FormatEntity(c.in))
			same(t, c.why, got.Entity, c.want)
		}
	})
}

func same[T any](t *testing.T, why string, got, want T) {
	t.Helper()
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("%s (-want +got):\n%s", why, d)
	}
}

// toldDocument is a document of three paragraphs, the second of two lines, with
// boilerplate between them.
func toldDocument() corpus.Document {
	text := "الأولى قصيرة.\nإعلان\n  الثانية أطول\nبسطرين.\n\nالثالثة"
	doc := corpus.Document{Source: corpus.Source{ID: "x", Dossier: "d"}, Text: text}
	for _, words := range []string{"الأولى قصيرة.", "  الثانية أطول\nبسطرين.", "الثالثة"} {
		i := strings.Index(text, words)
		doc.Blocks = append(doc.Blocks, corpus.Block{Span: corpus.Span{Start: i, End: i + len(words)}, Role: corpus.RoleBody})
	}
	return doc
}

// spot is the place in a document from the first of some words to the last.
func spot(doc corpus.Document, from, to string) corpus.Ref {
	return corpus.Ref{Doc: doc.ID, Span: corpus.Span{Start: strings.Index(doc.Text, from), End: strings.Index(doc.Text, to) + len(to)}}
}

func TestPassage(t *testing.T) {
	doc := toldDocument()
	teller := NewTeller([]corpus.Document{doc})
	for _, c := range []struct {
		why  string
		at   corpus.Ref
		want corpus.Passage
	}{
		{"inside a paragraph", spot(doc, "قصيرة", "قصيرة"), corpus.Passage{Doc: "x", Cite: "p1", Text: "قصيرة"}},
		{"a line end is a space", spot(doc, "أطول", "بسطرين"), corpus.Passage{Doc: "x", Cite: "p2", Text: "أطول بسطرين"}},
		{"cut to the paragraph that holds most of it", spot(doc, "قصيرة", "بسطرين."), corpus.Passage{Doc: "x", Cite: "p2", Text: "الثانية أطول بسطرين."}},
		{"to the first of two that hold as much", corpus.Ref{Doc: "x", Span: corpus.Span{Start: strings.Index(doc.Text, "."), End: strings.Index(doc.Text, "الثانية") + 1}}, corpus.Passage{Doc: "x", Cite: "p1", Text: "."}},
		{"white space around it is left out", spot(doc, "بسطرين", "الثالثة"), corpus.Passage{Doc: "x", Cite: "p3", Text: "الثالثة"}},
	} {
		got, ok := teller.Passage(c.at)
		if !ok || got != c.want {
			t.Errorf("%s: Passage(%v) = %v, %v, want %v", c.why, c.at, got, ok, c.want)
		}
	}
	for why, at := range map[string]corpus.Ref{
		"boilerplate":            spot(doc, "إعلان", "إعلان"),
		"nothing":                {Doc: "x", Span: corpus.Span{Start: 3, End: 3}},
		"outside the text":       {Doc: "x", Span: corpus.Span{Start: 3, End: 3000}},
		"a document not told of": {Doc: "y", Span: corpus.Span{Start: 0, End: 5}},
	} {
		if got, ok := teller.Passage(at); ok {
			t.Errorf("%s: Passage(%v) = %v, want none", why, at, got)
		}
	}
}

// TestTeller tells records of which some places are in no paragraph, and expects
// what rests on them alone to be left out.
func TestTeller(t *testing.T) {
	doc := toldDocument()
	teller := NewTeller([]corpus.Document{doc})
	in, out := spot(doc, "الثالثة", "الثالثة"), spot(doc, "إعلان", "إعلان")
	at := corpus.Passage{Doc: "x", Cite: "p3", Text: "الثالثة"}

	same(t, "relations need both passages",
		teller.Relations([]corpus.Relation[corpus.Ref]{{Kind: corpus.Updates, A: in, B: in, Rule: "r"}, {A: in, B: out}, {A: out, B: in}}),
		[]corpus.Relation[corpus.Passage]{{Kind: corpus.Updates, A: at, B: at, Rule: "r"}})
	sides := func(refs ...corpus.Ref) corpus.Dispute[corpus.Ref] {
		d := corpus.Dispute[corpus.Ref]{About: corpus.DisputeScope}
		for _, r := range refs {
			d.Sides = append(d.Sides, corpus.Side[corpus.Ref]{At: r, Value: "س"})
		}
		return d
	}
	same(t, "phases need evidence and disputes two sides",
		teller.Phases([]corpus.Phase[corpus.Ref]{
			{ID: "a", Evidence: []corpus.Stand[corpus.Ref]{{At: out}}},
			{ID: "b", Pinned: true, Rule: "r", Evidence: []corpus.Stand[corpus.Ref]{{At: out}, {At: in, When: "2025"}}, Disputes: []corpus.Dispute[corpus.Ref]{sides(in, out), sides(in, out, in)}},
		}),
		[]corpus.Phase[corpus.Passage]{{ID: "b", Pinned: true, Evidence: []corpus.Stand[corpus.Passage]{{At: at, When: "2025"}}, Disputes: []corpus.Dispute[corpus.Passage]{
			{About: corpus.DisputeScope, Sides: []corpus.Side[corpus.Passage]{{At: at, Value: "س"}, {At: at, Value: "س"}}},
		}}})
	same(t, "disagreements need words against",
		teller.Points([]corpus.KeyPoint[corpus.Ref]{
			{Kind: corpus.PointDispute, At: in, Against: []corpus.Ref{out}}, {Kind: corpus.PointState, At: out},
			{Kind: corpus.PointState, At: in, Support: []corpus.Ref{out, in}, Phase: "b"},
		}),
		[]corpus.KeyPoint[corpus.Passage]{{Kind: corpus.PointState, At: at, Support: []corpus.Passage{at}, Phase: "b"}})
	same(t, "entities stay without line and tenure",
		teller.Entities([]corpus.Entity[corpus.Ref]{{ID: "a", Name: "س", Line: &out, Tenures: []corpus.Tenure[corpus.Ref]{{Role: "ر", At: out}}, Rule: "r"}, {Name: "[]"}}),
		[]corpus.Entity[corpus.Passage]{{ID: "a", Name: "س"}})
}

// TestOutlets says what citations call documents.
func TestOutlets(t *testing.T) {
	docs := []corpus.Document{
		{Source: corpus.Source{ID: "a"}, Meta: corpus.Meta{Publisher: " إرم\nنيوز", Published: "2025-06-19"}},
		{Source: corpus.Source{ID: "b"}, Meta: corpus.Meta{Published: "2025-06"}},
		{Source: corpus.Source{ID: "c"}, Meta: corpus.Meta{Publisher: "إرم"}},
		{Source: corpus.Source{ID: "d"}},
		{Source: corpus.Source{ID: "e"}, Meta: corpus.Meta{Title: "هل ينهي العراق مع واشنطن مهمة", Published: "2025"}},
		{Source: corpus.Source{ID: "f"}, Meta: corpus.Meta{Title: "هل ينهي"}},
	}
	o := OutletsOf(docs)
	for i, want := range []string{"إرم نيوز، 19 حزيران/يونيو 2025", "حزيران/يونيو 2025", "إرم", "d", "«هل ينهي العراق…»، 2025", "«هل ينهي»"} {
		if got := o.called(docs[i].ID); got != want {
			t.Errorf("called(%s) = %q, want %q", docs[i].ID, got, want)
		}
	}
}

func TestFind(t *testing.T) {
	const paragraph = "قالت إن لـ2500  جندي\u200f مقرًّا في العـراق، و2.5 في غيره."
	for _, c := range []struct{ text, want string }{
		{"2500 جندي", "2500  جندي"}, {"العراق", "العـراق"}, {"مقرًّا في العراق،", "مقرًّا في العـراق،"},
		{"250", ""}, {"5 في", ""}, {"مقرا", ""}, {"", ""}, {" ", ""}, {"العراق و", ""},
	} {
		at, ok := Find(paragraph, c.text)
		if got := at.Of(paragraph); ok != (c.want != "") || got != c.want {
			t.Errorf("Find(%q) = %q, %v, want %q", c.text, got, ok, c.want)
		}
	}
}

func TestEntityFile(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"محمد شياع السوداني", "محمد شياع السوداني.md"},
		{"محمد شيّاع", "محمد شيّاع.md"},
		{"F-16", "F-16.md"},
		{"م\u200cن", "م\u200cن.md"},
		{"الحكومة/البرلمان", "الحكومة-البرلمان-eb95cbe9.md"},
		{"../../etc/passwd", "etc-passwd-6fadc99a.md"},
		{".htaccess", "htaccess-68cd4ac3.md"},
		{"con", "x-con-f08dd14b.md"},
		{"LPT1.x", "x-LPT1.x-746bb74c.md"},
		{"\u202eمحمد", "محمد-e0fbe7b9.md"},
		{"س: \"ص\"?", "س- -ص-f474576c.md"},
		{"", "811c9dc5.md"},
		{"/", "2a0c975e.md"},
	} {
		if got := EntityFile(c.name); got != c.want {
			t.Errorf("EntityFile(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

// FuzzEntityFile names files by any text: the name is one that every system
// takes, and another text has another name.
func FuzzEntityFile(f *testing.F) {
	for i, s := range hostile {
		f.Add(s, hostile[len(hostile)-1-i])
		f.Add(strings.Repeat(s+"س", 100), strings.Repeat(s+"س", 101))
	}
	f.Add("a/b", "a:b")
	f.Add("e\u0301", "\u00e9")
	f.Fuzz(func(t *testing.T, a, b string) {
		file := EntityFile(a)
		switch stem := strings.TrimSuffix(file, ".md"); {
		case len(file) > maxFileName, !utf8.ValidString(file), stem == "", stem == file, strings.Trim(stem, " .-") != stem:
			t.Fatalf("EntityFile(%q) = %q", a, file)
		case strings.ContainsAny(file, "/\\:*?\"<>|#^[]%`"), strings.ContainsFunc(file, hidden), device.MatchString(stem):
			t.Fatalf("EntityFile(%q) = %q", a, file)
		case strings.ToValidUTF8(a, "\ufffd") != strings.ToValidUTF8(b, "\ufffd") && file == EntityFile(b):
			t.Fatalf("EntityFile(%q) = EntityFile(%q) = %q", a, b, file)
		}
	})
}

// TestBriefInCast calls names and speakers as the cast does, and leaves what is
// no entity as plain words.
func TestBriefInCast(t *testing.T) {
	text := "قال السوداني إن العراق باق.\nوأضاف رئيس الوزراء محمد السوداني. وقال وزير. ومصدر."
	doc := corpus.Document{Source: corpus.Source{ID: "x", Dossier: "d"}, Text: text}
	for line := range strings.Lines(text) {
		i := strings.Index(text, line)
		doc.Blocks = append(doc.Blocks, corpus.Block{Span: corpus.Span{Start: i, End: i + len(line)}, Role: corpus.RoleBody})
	}
	words := func(s string) corpus.Span { return spot(doc, s, s).Span }
	doc.Mentions = []corpus.Mention{
		{Span: words("السوداني"), Type: corpus.TypePerson, Name: "محمد السوداني"},
		{Span: words("العراق"), Type: corpus.TypeOrganisation},
		{Span: words("محمد السوداني"), Type: corpus.TypePerson, Name: "محمد السوداني", Role: "رئيس الوزراء"},
		{Span: words("وزير"), Type: corpus.TypePerson, Name: "وزير"},
		{Span: words("ومصدر"), Type: corpus.TypePerson, Name: "مصدر"},
	}
	for _, s := range []struct{ words, name string }{{"باق", "محمد السوداني"}, {"وأضاف", "وزير"}, {"الوزراء", "رئيس الوزراء"}} {
		doc.Statements = append(doc.Statements, corpus.Statement{Span: words(s.words), Speaker: words("محمد السوداني"), SpeakerName: s.name, SpeakerKind: corpus.SpeakerNamed, Mode: corpus.ModeIndirect, Polarity: corpus.Asserts})
	}
	doc.Statements[1].Speaker = words("وزير")
	ref := func(i ...int) (out []corpus.MentionRef) {
		for _, i := range i {
			out = append(out, corpus.MentionRef{Doc: "x", Mention: i})
		}
		return out
	}
	cast := corpus.NewCast([]corpus.Entity[corpus.Ref]{
		{ID: "a", Name: "محمد شياع السوداني", Type: corpus.TypePerson, Mentions: ref(0, 2)},
		{ID: "b", Name: "العراق", Type: corpus.TypeGeopolitical, Mentions: ref(1)},
		{ID: "c", Name: "وزير", Type: corpus.TypeNone, Mentions: ref(3)},
	})
	got := string(Format(Brief(doc, &cast)))
	const want = `## النص

قال [[محمد شياع السوداني|السوداني]] إن [[العراق]] باق. {#p1}

وأضاف رئيس الوزراء [[محمد شياع السوداني|محمد السوداني]]. وقال وزير. ومصدر. {#p2}

## التصريحات

> باق

— [[محمد شياع السوداني]] (غير مباشر) [¶1](#p1)

> وأضاف

— وزير (غير مباشر، مصدر غير مسمّى) [¶2](#p2)

> الوزراء

— [[محمد شياع السوداني]] (غير مباشر) [¶2](#p2)

## الأعلام

- [[محمد شياع السوداني]] — شخص، رئيس الوزراء
- [[العراق]] — دولة أو مدينة
`
	if d := cmp.Diff(want, got[strings.Index(got, "## النص"):]); d != "" {
		t.Errorf("Brief in a cast (-want +got):\n%s", d)
	}
}

// TestGuide gives what an editor said of an entity.
func TestGuide(t *testing.T) {
	const file = "content/d/entities/س.md"
	last, _ := ParseEntity(file, []byte("---\nname: س\ntype: PER\nslug: s\naliases: [أ]\n---\n"))
	edited, _ := ParseEntity(file, []byte("---\nname: ص\ntype: none\nslug: s\naliases: [أ, ب]\ndistinct: [ج]\n---\n"))
	want := corpus.Guide{Known: []string{"س", "أ"}, ID: "s", Name: "ص", Type: corpus.TypeNone, Aliases: []string{"أ", "ب"}, Distinct: []string{"ج"}}
	same(t, "an edited file", edited.Guide(last), want)
	fresh, _ := ParseEntity("content/d/entities/بغداد.md", []byte("---\ntype: مدينة\n---\n"))
	same(t, "a file that an editor made", fresh.Guide(nil), corpus.Guide{Name: "بغداد", Type: corpus.TypeGeopolitical})
}

// TestFollow tells a document by a briefing that an editor has changed: a
// paragraph parted in two, one with another id, one taken away, one said twice.
func TestFollow(t *testing.T) {
	doc := toldDocument()
	doc.Path = "seeds/d/x.txt"
	f, _ := Parse("content/d/briefings/x.md", []byte("---\ntitle: x\nsource: seeds/d/x.txt\n---\n\n## النص\n\nالثانية أطول {#p2}\n\nبسطرين. {#b}\n\nالثالثة {#p30}\n\nأطول {#p4}\n"))
	anchors, problems := NewGate([]corpus.Document{doc}).Check(f)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	teller := NewTeller([]corpus.Document{doc})
	teller.Follow(f, anchors)
	for _, c := range []struct {
		at   corpus.Ref
		want corpus.Passage
	}{
		{spot(doc, "قصيرة", "قصيرة"), corpus.Passage{}},
		{spot(doc, "الثانية", "بسطرين."), corpus.Passage{Doc: "x", Cite: "p2", Text: "الثانية أطول"}},
		{spot(doc, "أطول", "أطول"), corpus.Passage{Doc: "x", Cite: "p2", Text: "أطول"}},
		{spot(doc, "بسطرين", "بسطرين"), corpus.Passage{Doc: "x", Cite: "b", Text: "بسطرين"}},
		{spot(doc, "الثالثة", "الثالثة"), corpus.Passage{Doc: "x", Cite: "p30", Text: "الثالثة"}},
	} {
		if got, ok := teller.Passage(c.at); got != c.want || ok != (c.want != corpus.Passage{}) {
			t.Errorf("Passage(%v) = %v, %v, want %v", c.at, got, ok, c.want)
		}
	}
}
