package engine

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// briefing is the model of the nth page, with some paragraphs.
func briefing(n, paragraphs int) model {
	m := model{Title: fmt.Sprintf("صفحة %d", n), Root: strings.Repeat("../", n%3)}
	for i := range paragraphs {
		m.Items = append(m.Items, item{Name: fmt.Sprintf("فقرة <%d>", i), Order: i * n})
	}
	return m
}

// load is how much is rendered, over how many goroutines.
type load struct{ pages, paragraphs, goroutines int }

// render renders pages in an order that chance decides.
func render(t testing.TB, e *Engine, l load) [][]byte {
	t.Helper()
	out := make([][]byte, l.pages)
	var wg sync.WaitGroup
	for g := range l.goroutines {
		wg.Go(func() {
			for i := g; i < l.pages; i += l.goroutines {
				page, err := e.Render("briefing", briefing(i, l.paragraphs))
				if err != nil {
					t.Error(err)
				}
				out[i] = page
			}
		})
	}
	wg.Wait()
	return out
}

// TestParallel renders 500 pages at once, with cached partials in common, and
// expects the bytes that one goroutine of another engine gives.
func TestParallel(t *testing.T) {
	e, err := New(pages())
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	again, err := New(pages())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	got, want := render(t, e, load{500, 5, 16}), render(t, again, load{500, 5, 1})
	for i := range got {
		if !bytes.Equal(got[i], want[i]) {
			t.Fatalf("page %d (-alone +at once):\n%s", i, cmp.Diff(string(want[i]), string(got[i])))
		}
	}
	if diff := cmp.Diff(again.Resources(), e.Resources()); diff != "" {
		t.Errorf("resources (-alone +at once):\n%s", diff)
	}
}

// TestNewInParallel makes engines at once: Hugo keeps a few things for the whole
// process.
func TestNewInParallel(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			opt := pages()
			opt.Title = fmt.Sprint(i)
			opt.Templates.(fstest.MapFS)["own.html"] = &fstest.MapFile{Data: []byte("{{ site.Title }}")}
			e, err := New(opt)
			if err != nil {
				t.Error(err)
				return
			}
			defer e.Close()
			if page, err := e.Render("own", nil); err != nil || string(page) != opt.Title {
				t.Errorf("Render = %q, %v, want %q", page, err, opt.Title)
			}
		})
	}
	wg.Wait()
}

// TestRepetition compiles templates that say one thing very often: problems are
// counted in tens of thousands and must not cost the square of that.
func TestRepetition(t *testing.T) {
	const n = 50_000
	for _, unit := range []string{"{{ now }}\n", "{{ .Title }}", "{{/* x */}}", "{{", "{{ warnf \"x\" }}\n", "<a ", "\u0640"} {
		_, err := New(Options{Templates: fstest.MapFS{"home.html": {Data: []byte(strings.Repeat(unit, n))}}})
		var e *Error
		if unit == "{{ now }}\n" && (!errors.As(err, &e) || len(e.Problems) != n) {
			t.Errorf("%d times %q: not %d problems", n, unit, n)
		}
	}
}

// FuzzNew compiles any text as a template: it is compiled, or refused with an
// Error, and nothing panics.
func FuzzNew(f *testing.F) {
	for _, s := range []string{
		`{{ define "main" }}{{ .Title }}{{ end }}`, `{{ with page }}{{ end }}`, `{{ if }}`, "{{ .A.B.C | upper }}\n{{ end }}",
		`<script>{{ if .X }}"{{ end }}</script>`, `{{ (index . 0).X.Render "a" }}`, `{{ $x := 1 }}{{ $x.Site.Pages }}`,
		`{{ strings.X }}{{ .strings.Y }}`, `{{ return 1 }}`, "\ufeff{{ block \"a\" . }}{{ end }}", `{{ template "_internal/x" }}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		e, err := New(Options{Templates: fstest.MapFS{
			"baseof.html": {Data: []byte(`{{ block "main" . }}{{ end }}`)}, "home.html": {Data: []byte(text)},
		}})
		if err == nil {
			e.Close()
			return
		}
		var problems *Error
		if !errors.As(err, &problems) || len(problems.Problems) == 0 {
			t.Errorf("New(%q) = %v, want an Error", text, err)
		}
	})
}

// BenchmarkNew compiles the templates of pages.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		e, err := New(pages())
		if err != nil {
			b.Fatal(err)
		}
		e.Close()
	}
}

// BenchmarkRender renders 1,000 pages of 20 paragraphs each.
func BenchmarkRender(b *testing.B) {
	e, err := New(pages())
	if err != nil {
		b.Fatal(err)
	}
	defer e.Close()
	for _, goroutines := range []int{1, 2, 8} {
		b.Run(fmt.Sprintf("goroutines=%d", goroutines), func(b *testing.B) {
			for b.Loop() {
				render(b, e, load{1000, 20, goroutines})
			}
		})
	}
}
