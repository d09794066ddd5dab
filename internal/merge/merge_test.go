package merge

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/golden"
)

func TestThree(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		got := Three(c.Input("base"), c.Input("edited"), c.Input("fresh"))
		c.Check("merged", got.Text)
		c.Check("conflicts", fmt.Sprintln(got.Conflicts))
		side := Edited(got.Text)
		c.Check("side", side.Text)
		c.Check("lines", fmt.Sprintln(side.Lines))
		if diff := cmp.Diff(got.Conflicts, side.Conflicts); diff != "" {
			t.Errorf("Edited(merged) finds other conflicts (-want +got):\n%s", diff)
		}
	})
}

// Markers in the words of a text are words.
func TestEditedWords(t *testing.T) {
	for _, text := range []string{
		"", "a", "a\n", "<<<<<<< edited\na\n=======\nb\n", "=======\n>>>>>>> generated\n", "<<<<<<< mine\na\n=======\nb\n>>>>>>> generated\n",
		"<<<<<<< edited\n<<<<<<< edited\n", "x\n=======\n",
	} {
		if got := Edited(text); got.Text != text || len(got.Conflicts) != 0 {
			t.Errorf("Edited(%q) = %q with %d conflicts, want it unchanged", text, got.Text, len(got.Conflicts))
		}
	}
}

// editor makes random files and random changes of them.
type editor struct {
	*rand.Rand
	typed int // lines typed so far, so that each is told from all others
}

func (e *editor) file() []string {
	lines := make([]string, 1+e.Intn(30))
	for i := range lines {
		lines[i] = fmt.Sprintf("line %d", e.Intn(12)) // repetitions, as blank lines are
	}
	return lines
}

// change deletes, replaces and inserts runs of lines. New ones begin with mark.
func (e *editor) change(lines []string, mark string) []string {
	out := slices.Clone(lines)
	for range e.Intn(5) {
		at := e.Intn(len(out) + 1)
		gone := e.Intn(min(4, len(out)-at+1))
		put := make([]string, e.Intn(3))
		for i := range put {
			e.typed++
			put[i] = fmt.Sprintf("%s %d", mark, e.typed)
		}
		out = slices.Replace(out, at, at+gone, put...)
	}
	return out
}

func text(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}

// Over thousands of edits and updates one after the other, no line that a
// person typed is lost, none comes twice, no line of the program is lost
// without a person having touched its place, and without a clash nothing but
// both changes is in the result.
func TestNothingLost(t *testing.T) {
	e := &editor{Rand: rand.New(rand.NewSource(1))}
	conflicts, edits := 0, 0
	for range 400 {
		base := text(e.file())
		edited := base
		for range 12 {
			edited = text(e.change(lines(edited), "typed"))
			fresh := text(e.change(lines(base), "generated"))
			got := Three(base, edited, fresh)
			checkTyped(t, edited, got)
			if len(got.Conflicts) == 0 {
				checkClean(t, base, edited, fresh, got.Text)
			}
			conflicts += len(got.Conflicts)
			edits++
			side := Edited(got.Text)
			checkTyped(t, edited, Result{Text: side.Text})
			base, edited = fresh, side.Text
			if t.Failed() {
				t.FailNow()
			}
		}
	}
	t.Logf("counted: edits-merged %d", edits)
	if conflicts == 0 {
		t.Error("no conflict in thousands of merges: the test tries nothing hard")
	}
}

// lines cuts a text into its lines, without their ends.
func lines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// checkTyped asks for every typed line once, in the order of the edited file.
func checkTyped(t *testing.T, edited string, got Result) {
	t.Helper()
	typed := func(s string) (out []string) {
		for _, l := range lines(s) {
			if strings.HasPrefix(l, "typed") {
				out = append(out, l)
			}
		}
		return out
	}
	if diff := cmp.Diff(typed(edited), typed(got.Text)); diff != "" {
		t.Errorf("typed lines (-edited +merged):\n%s\nmerged:\n%s", diff, got.Text)
	}
}

// checkClean asks that a merge without a clash holds as many of each line as
// the base with both changes counted.
func checkClean(t *testing.T, base, edited, fresh, got string) {
	t.Helper()
	count := map[string]int{}
	for _, l := range lines(edited) {
		count[l]++
	}
	for _, l := range lines(fresh) {
		count[l]++
	}
	for _, l := range lines(base) {
		count[l]--
	}
	for _, l := range lines(got) {
		if count[l]--; count[l] < 0 && !bothDid(base, edited, fresh, l) {
			t.Errorf("%q stands too often in the merge of\n%s--- edited\n%s--- fresh\n%s--- got\n%s", l, base, edited, fresh, got)
			return
		}
	}
}

// bothDid reports whether both sides took the same line away or put it in, in
// which case the count above is off by what they did twice.
func bothDid(base, edited, fresh, line string) bool {
	n := func(s string) (n int) {
		for _, l := range lines(s) {
			if l == line {
				n++
			}
		}
		return n
	}
	return n(edited) != n(base) && n(fresh) != n(base)
}

// An edit of lines that the program left alone is found in the new output as it
// was typed.
func TestEditOverUpdate(t *testing.T) {
	base := "a\nb\nc\nd\ne\nf\ng\n"
	got := Three(base, strings.Replace(base, "b\n", "B\nB2\n", 1), strings.Replace(base, "f\n", "", 1))
	if want := "a\nB\nB2\nc\nd\ne\ng\n"; got.Text != want || got.Conflicts != nil {
		t.Errorf("Three(…) = %q, %v, want %q", got.Text, got.Conflicts, want)
	}
}

// FuzzThree holds the laws that need no random editor.
func FuzzThree(f *testing.F) {
	f.Add("a\nb\n", "a\nc\n", "a\nd\n")
	f.Add("", "x", "y")
	f.Add("a\r\nb", "a\r\n", "b")
	f.Fuzz(func(t *testing.T, base, edited, fresh string) {
		if got := Three(base, edited, base).Text; got != edited {
			t.Errorf("Three(%q, %q, base) = %q", base, edited, got)
		}
		if got := Three(base, base, fresh).Text; got != fresh {
			t.Errorf("Three(%q, base, %q) = %q", base, fresh, got)
		}
		if got := Three(base, edited, edited).Text; got != edited {
			t.Errorf("Three(%q, %q, edited) = %q", base, edited, got)
		}
		got := Three(base, edited, fresh)
		for _, c := range got.Conflicts {
			l := strings.Split(got.Text, "\n")
			if !strings.HasPrefix(l[c.First-1], startMarker) || !strings.HasPrefix(l[c.Last-1], endMarker) {
				t.Errorf("Three(%q, %q, %q): conflict %v is not between markers in %q", base, edited, fresh, c, got.Text)
			}
		}
	})
}

// 50,000 lines on each side, all of them changed, take no longer than linear
// work does.
func TestLong(t *testing.T) {
	long := func(mark string) string { return strings.Repeat(mark+"\n", 50_000) }
	got := Three(long("a"), long("b"), long("c"))
	if len(got.Conflicts) != 1 || strings.Count(got.Text, "b\n") != 50_000 {
		t.Errorf("Three of long files has %d conflicts and %d edited lines", len(got.Conflicts), strings.Count(got.Text, "b\n"))
	}
}

// The last line that a person typed may have no end. What the program puts after
// it is a line of its own.
func TestNoLastEnd(t *testing.T) {
	for _, c := range [][4]string{
		{"a\nb\n", "a\nb\ntyped", "a\nc\nb\n", "a\nc\nb\ntyped"},
		{"a\nb\n", "a\ntyped", "a\nb\nc\n", "a\ntyped\nc\n"},
		{"a\nb\n", "typed\na\nb", "a\nb\nc\n", "typed\na\nb\nc\n"},
	} {
		if got := Edited(Three(c[0], c[1], c[2]).Text).Text; got != c[3] {
			t.Errorf("Three(%q, %q, %q) read for the editor = %q, want %q", c[0], c[1], c[2], got, c[3])
		}
	}
}
