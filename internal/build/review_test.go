package build

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A record is all that stands or falls with the passages that it cites.
func TestRecordsIn(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"d/briefings/a.md", "---\ntitle: x [¶9](#p9)\n---\n\n## النص\n\nأ {#p1}\n\nب {#p2 .lede}\nج\n", "1: []; 1: [#p1]; 2: [#p2]"},
		{"d/briefings/a.md", "> قول\n\n— [[س]]، قال [¶3](#p3)\n\n| أ |\n|---|\n| ب [¶4](#p4) |\n| ج |\n", "2: [#p3]; 1: []; 1: []; 1: [#p4]; 1: []"},
		{"d/briefings/a.md", "- **يخالف**: س\n  - «أ» [¶1](#p1)\n  - «ب» [و، ¶2](b.md#p2)\n- ج\n", "3: [#p1 b.md#p2]; 1: []"},
		{"d/index.md", "- «أ» [و، ¶2](briefings/b.md#p2)\n  - المرحلة: [س](phases.md#p-1)\n", "2: [b.md#p2]"},
		{"d/entities/x.md", "- «أ» [¶2](../briefings/a.md#p2) [¶2](../briefings/a.md#p2)\n", "1: [#p2]"},
		{"d/phases.md", "---\ntitle: x\n---\n\n## م {#x}\n\n- النوع: جارية\n\n| ب [¶4](briefings/a.md#p4) |\n\n### خلاف\n\n- «ج» [¶5](briefings/b.md#p5)\n\n## ن\n", "0: []; 5: [#p4 b.md#p5]; 1: []"},
	} {
		var got []string
		for _, r := range recordsIn(c.name, c.text) {
			got = append(got, strings.ReplaceAll(strings.ReplaceAll(fmt.Sprintf("%d: %v", len(r.lines), r.cites), "d/briefings/", ""), "a.md#", "#"))
		}
		want := strings.ReplaceAll(c.want, "0: []; ", "")
		if diff := cmp.Diff(want, strings.TrimPrefix(strings.Join(got, "; "), "0: []; ")); diff != "" {
			t.Errorf("recordsIn(%q, %q) (-want +got):\n%s", c.name, c.text, diff)
		}
	}
}

func TestDifference(t *testing.T) {
	for _, c := range [][4]string{
		{"a b c d e f g h i", "a b c d X f g h i", "… b c d e f g h …", "… b c d X f g h …"},
		{"a b", "a b c", "a b", "a b c"},
		{"a a a a a", "a a a a", "… a a a a", "… a a a"},
		{"a", "", "a", ""},
		{strings.Repeat("a ", 40), "b", strings.TrimSpace(strings.Repeat("a ", 16)) + " …", "b"},
	} {
		was, now := difference(c[0], c[1])
		if was != c[2] || now != c[3] {
			t.Errorf("difference(%q, %q) = %q, %q, want %q, %q", c[0], c[1], was, now, c[2], c[3])
		}
	}
}

// A line of the list is read as it was written, whatever words stand in it.
func FuzzListing(f *testing.F) {
	f.Add("- «نقطة» [¶3](#p3)", "كان «أ» وصار «ب» <!-- x -->", "- [x] ](")
	f.Fuzz(func(t *testing.T, edit, was, now string) {
		flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
		d := doubt{file: "d/index.md", edit: flat(edit), passage: cite{"d/briefings/a.md", "p3"}, was: flat(was), now: flat(now), id: strings.Repeat("0a", 12)}
		m := listedDoubt.FindStringSubmatch(d.line())
		if m == nil || m[1] != " " || m[2] != harmless(d.was) || m[3] != harmless(d.now) || m[4] != d.id {
			t.Errorf("%q is read as %q", d.line(), m)
		}
	})
}
