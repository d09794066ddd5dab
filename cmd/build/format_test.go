package main

import (
	"testing"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

func TestAsAnnotation(t *testing.T) {
	for _, c := range []struct {
		problem corpus.Problem
		want    string
	}{
		{corpus.Problem{Severity: corpus.Fault, Path: "a,b:c%.md", Line: 3, Col: 2, Message: "100 %: no\nmore", Hint: "mend"},
			"::error file=a%2Cb%3Ac%25.md,line=3,col=2::100 %25: no%0Amore (mend)"},
		{corpus.Problem{Severity: corpus.Warning, Path: "a.md", Line: 3, Message: "m"}, "::warning file=a.md,line=3::m"},
		{corpus.Problem{Severity: corpus.Note, Path: "a.md", Message: "m\r::error::x"}, "::notice file=a.md::m%0D::error::x"},
		{corpus.Problem{Severity: corpus.Fault, Message: "m"}, "::error::m"},
	} {
		if got := asAnnotation(c.problem, speech{}); got != c.want {
			t.Errorf("asAnnotation(%+v) = %q, want %q", c.problem, got, c.want)
		}
	}
}

func TestAsJSON(t *testing.T) {
	p := corpus.Problem{Severity: corpus.Fault, Path: "a<b>.md", Line: 3, Col: 1, Message: "no \"x\"\n"}
	want := `{"severity":"error","path":"a<b>.md","line":3,"col":1,"code":"no \"x\"\n","message":"no \"x\"\n","hint":"","excerpt":"","translated":null}`
	if got := asJSON(p, speech{}); got != want {
		t.Errorf("asJSON(%+v) = %q, want %q", p, got, want)
	}
	p.Message, p.Hint = wording.Of("unknown key %q", "a"), wording.Of("did you mean %q?", "b")
	arabic := (&cli{Messages: "ar"}).voice(nil)
	want = `{"severity":"error","path":"a<b>.md","line":3,"col":1,"code":"unknown key %q","message":"unknown key \"a\"","hint":"did you mean \"b\"?","excerpt":"",` +
		`"translated":{"language":"ar","message":"مفتاح غير معروف: \"a\"","hint":"أتقصد \"b\"؟"}}`
	if got := asJSON(p, arabic); got != want {
		t.Errorf("asJSON(%+v) = %q, want %q", p, got, want)
	}
}
