package summarize

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/corpus"
)

// told is an affair of invented documents, each of lines as parse reads them.
func told(t *testing.T, docs ...string) *corpus.Affair {
	t.Helper()
	a := &corpus.Affair{Dossier: "x"}
	for i, text := range docs {
		doc := annotated(parse(text))
		doc.ID = corpus.DocID(fmt.Sprintf("d%d", i))
		a.Documents = append(a.Documents, doc)
		a.AsOf = max(a.AsOf, doc.Meta.Published)
	}
	return a
}

// ref finds words in the documents of an affair.
func ref(t *testing.T, a *corpus.Affair, words string) corpus.Ref {
	t.Helper()
	for _, d := range a.Documents {
		if strings.Contains(d.Text, words) {
			return corpus.Ref{Doc: d.ID, Span: at(t, d.Text, words)}
		}
	}
	t.Fatalf("no document says %q", words)
	return corpus.Ref{}
}

// shown prints points, one a line, with what stands beside them below.
func shown(a *corpus.Affair, points []corpus.KeyPoint[corpus.Ref]) []string {
	words := func(r corpus.Ref) string {
		for _, d := range a.Documents {
			if d.ID == r.Doc {
				return fmt.Sprintf("%s %s", r.Doc, r.Of(d.Text))
			}
		}
		return "nowhere"
	}
	var out []string
	for _, p := range points {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s", p.Kind, p.Phase))+": "+words(p.At))
		for _, r := range p.Support {
			out = append(out, "+ "+words(r))
		}
		for _, r := range p.Against {
			out = append(out, "- "+words(r))
		}
	}
	return out
}

// bridge is an affair with a phase map, of four documents.
func bridge(t *testing.T) *corpus.Affair {
	a := told(t, `meta|2024-02-10
body|أعلنت وزارة النقل بدء بناء الجسر الجديد فوق النهر في شهر مارس المقبل. وأضافت أن التمويل جاهز.
body|وسيكتمل بناء الجسر الجديد في نهاية عام 2025 بحسب الوزارة.
`, `meta|2024-06-01
body|وصلت أولى القطع الفولاذية إلى موقع العمل على الضفة الغربية من النهر.
body|وأكد المقاول الرئيسي أن بناء الجسر سيكتمل في ديسمبر 2025 كما كان مقررا.
`, `meta|2024-09-20
body|كشف مصدر في البلدية تأجيل اكتمال بناء الجسر إلى صيف عام 2026 بسبب نقص التمويل.
body|وأضاف أن القطع الأخيرة لم تصل.
`, `meta|2025-01-15
body|تتجه الأنظار إلى المدينة في لحظة دقيقة من تاريخها الطويل.
body|توقف العمل في الجسر الجديد فعليا بعد انسحاب المقاول الرئيسي من المشروع.
`)
	done, planned := corpus.StatusDone, corpus.StatusPlanned
	stand := func(words string, status corpus.Status, when string) corpus.Stand[corpus.Ref] {
		return corpus.Stand[corpus.Ref]{At: ref(t, a, words), Status: status, When: when}
	}
	a.Phases = []corpus.Phase[corpus.Ref]{
		{ID: "start", Label: "بدء بناء الجسر", Start: "2024-03", End: "2024-03", Kind: corpus.PhasePast, Evidence: []corpus.Stand[corpus.Ref]{
			stand("بدء بناء الجسر الجديد", planned, "2024-03"),
		}},
		{ID: "parts", Label: "وصول القطع", Start: "2024-06", Kind: corpus.PhasePast, Evidence: []corpus.Stand[corpus.Ref]{
			stand("أن القطع الأخيرة لم تصل", corpus.StatusDenied, ""),
			stand("وصلت أولى القطع الفولاذية", done, ""),
		}},
		{ID: "open", Label: "اكتمال بناء الجسر", End: "2025-12", Kind: corpus.PhasePlanned, Evidence: []corpus.Stand[corpus.Ref]{
			stand("وسيكتمل بناء الجسر", planned, "2025-12"),
			stand("بناء الجسر سيكتمل", planned, "2025-12"),
			stand("تأجيل اكتمال بناء", corpus.StatusPostponed, "2026"),
		}, Disputes: []corpus.Dispute[corpus.Ref]{{About: corpus.DisputeEnd, Sides: []corpus.Side[corpus.Ref]{
			{At: ref(t, a, "وسيكتمل بناء الجسر"), Value: "2025-12"},
			{At: ref(t, a, "بناء الجسر سيكتمل"), Value: "2025-12-31"},
			{At: ref(t, a, "تأجيل اكتمال بناء"), Value: "2026"},
		}}}},
	}
	a.Assertions = []corpus.Assertion{{Ref: ref(t, a, "توقف العمل"), Status: corpus.StatusDone, Polarity: corpus.Asserts}}
	a.Relations = []corpus.Relation[corpus.Ref]{
		{Kind: corpus.Corroborates, A: ref(t, a, "بناء الجسر سيكتمل"), B: ref(t, a, "وسيكتمل بناء الجسر")},
		{Kind: corpus.Updates, A: ref(t, a, "توقف العمل"), B: ref(t, a, "بدء بناء الجسر الجديد")},
	}
	return a
}

func TestKeyPoints(t *testing.T) {
	a := bridge(t)
	want := []string{
		"state: d3 توقف العمل في الجسر الجديد فعليا بعد انسحاب المقاول الرئيسي من المشروع.",
		"phase start: d0 أعلنت وزارة النقل بدء بناء الجسر الجديد فوق النهر في شهر مارس المقبل.",
		"phase parts: d1 وصلت أولى القطع الفولاذية إلى موقع العمل على الضفة الغربية من النهر.",
		"phase open: d2 كشف مصدر في البلدية تأجيل اكتمال بناء الجسر إلى صيف عام 2026 بسبب نقص التمويل.",
		"dispute open: d1 وأكد المقاول الرئيسي أن بناء الجسر سيكتمل في ديسمبر 2025 كما كان مقررا.",
		"+ d0 وسيكتمل بناء الجسر الجديد في نهاية عام 2025 بحسب الوزارة.",
		"- d2 كشف مصدر في البلدية تأجيل اكتمال بناء الجسر إلى صيف عام 2026 بسبب نقص التمويل.",
	}
	if diff := cmp.Diff(want, shown(a, KeyPoints(*a))); diff != "" {
		t.Errorf("KeyPoints (-want +got):\n%s", diff)
	}
}

// TestKeyPointsContradict has two contradictions of one sentence, one of the
// sentence with itself, and one of a voice with itself.
func TestKeyPointsContradict(t *testing.T) {
	a := bridge(t)
	a.Phases = nil
	late := ref(t, a, "تأجيل اكتمال بناء")
	a.Relations = []corpus.Relation[corpus.Ref]{
		a.Relations[1],
		{Kind: corpus.Contradicts, A: late, B: ref(t, a, "وسيكتمل بناء الجسر")},
		{Kind: corpus.Contradicts, A: late, B: ref(t, a, "بناء الجسر سيكتمل")},
		{Kind: corpus.Contradicts, A: late, B: ref(t, a, "إلى صيف عام 2026")},
		{Kind: corpus.Contradicts, A: ref(t, a, "وأضاف أن القطع"), B: late},
		{Kind: corpus.Contradicts, A: ref(t, a, "توقف العمل"), B: ref(t, a, "وسيكتمل بناء الجسر")},
		{Kind: corpus.Corroborates, A: ref(t, a, "وأضاف أن القطع"), B: late},
	}
	points := KeyPoints(*a)
	want := []string{
		"dispute: d2 كشف مصدر في البلدية تأجيل اكتمال بناء الجسر إلى صيف عام 2026 بسبب نقص التمويل.",
		"- d0 وسيكتمل بناء الجسر الجديد في نهاية عام 2025 بحسب الوزارة.",
		"- d1 وأكد المقاول الرئيسي أن بناء الجسر سيكتمل في ديسمبر 2025 كما كان مقررا.",
	}
	points = slices.DeleteFunc(points, func(p corpus.KeyPoint[corpus.Ref]) bool { return p.Kind != corpus.PointDispute })
	if diff := cmp.Diff(want, shown(a, points)); diff != "" {
		t.Errorf("KeyPoints (-want +got):\n%s", diff)
	}
}

// TestKeyPointsMirrored has a dispute of the map that two relations tell again, one from
// either side: it is one point.
func TestKeyPointsMirrored(t *testing.T) {
	a := bridge(t)
	late, sure := ref(t, a, "تأجيل اكتمال بناء"), ref(t, a, "بناء الجسر سيكتمل")
	a.Relations = []corpus.Relation[corpus.Ref]{
		a.Relations[1], {Kind: corpus.Contradicts, A: late, B: sure}, {Kind: corpus.Contradicts, A: sure, B: late},
	}
	disputes := 0
	for _, p := range KeyPoints(*a) {
		disputes += int(one(p.Kind == corpus.PointDispute))
	}
	if disputes != 1 {
		t.Errorf("%d disputes, want 1", disputes)
	}
}

// TestKeyPointsPart has a sentence of which another document confirms a part that has
// nothing to do with the phase: it does not stand beside the phase.
func TestKeyPointsPart(t *testing.T) {
	a := bridge(t)
	a.Relations = []corpus.Relation[corpus.Ref]{
		{Kind: corpus.Corroborates, A: ref(t, a, "الضفة الغربية من النهر"), B: ref(t, a, "فوق النهر")},
		{Kind: corpus.Corroborates, A: ref(t, a, "وصلت أولى القطع"), B: ref(t, a, "أن القطع الأخيرة")},
	}
	for _, p := range KeyPoints(*a) {
		if p.Phase != "parts" {
			continue
		}
		want := []string{
			"phase parts: d1 وصلت أولى القطع الفولاذية إلى موقع العمل على الضفة الغربية من النهر.",
			"+ d2 وأضاف أن القطع الأخيرة لم تصل.",
		}
		if diff := cmp.Diff(want, shown(a, []corpus.KeyPoint[corpus.Ref]{p})); diff != "" {
			t.Errorf("KeyPoints (-want +got):\n%s", diff)
		}
	}
}

// TestKeyPointsBare has documents and nothing that relates them: the newest
// tells the state, the others what they have to say, in time order.
func TestKeyPointsBare(t *testing.T) {
	a := bridge(t)
	a.Phases, a.Relations, a.Assertions = nil, nil, nil
	var got []string
	for _, p := range KeyPoints(*a) {
		got = append(got, fmt.Sprintf("%s %s", p.Kind, p.At.Doc))
	}
	want := []string{"state d3", "phase d0", "phase d1", "phase d2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("KeyPoints (-want +got):\n%s", diff)
	}
	if got := KeyPoints(corpus.Affair{}); got != nil {
		t.Errorf("KeyPoints of nothing = %v, want none", got)
	}
}

// invented gives six words that no other number gives.
func invented(n int) string {
	letters := []rune("بتثجحخدذرزسشصضطظعغفقكلمنهي")
	var out []string
	for k := range 6 {
		x := n*6 + k
		out = append(out, string([]rune{'م', letters[x%26], letters[x/26%26], 'ط', letters[x/676%26]}))
	}
	return strings.Join(out, " ")
}

// TestKeyPointsBounded holds that the summary of many documents is no longer than
// that of a few, and that its points are places of the documents.
func TestKeyPointsBounded(t *testing.T) {
	var texts []string
	for i := range 60 {
		texts = append(texts, fmt.Sprintf("meta|2024-%02d-10\nbody|أعلنت %s. وكشفت %s.\n", 1+i/6, invented(2*i), invented(2*i+1)))
	}
	a := told(t, texts...)
	for i, d := range a.Documents {
		first, second := corpus.Ref{Doc: d.ID, Span: d.Blocks[0].Sentences[0]}, corpus.Ref{Doc: d.ID, Span: d.Blocks[0].Sentences[1]}
		a.Relations = append(a.Relations, corpus.Relation[corpus.Ref]{Kind: corpus.Contradicts, A: second, B: first})
		a.Phases = append(a.Phases, corpus.Phase[corpus.Ref]{
			ID: fmt.Sprintf("p%d", i), Label: "قرار", Evidence: []corpus.Stand[corpus.Ref]{{At: first}},
		})
	}
	points := KeyPoints(*a)
	if n := len(points); n < fewPoints || n > 1+maxPhases+maxDisputes {
		t.Errorf("%d points, want %d to %d", n, fewPoints, 1+maxPhases+maxDisputes)
	}
	if diff := cmp.Diff(points, KeyPoints(*a)); diff != "" {
		t.Errorf("KeyPoints gives other points when it is asked again:\n%s", diff)
	}
	seen := map[corpus.Ref]bool{}
	for _, p := range points {
		if seen[p.At] {
			t.Errorf("%v is two points", p.At)
		}
		seen[p.At] = true
	}
}
