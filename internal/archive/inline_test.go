package archive

import "testing"

// TestScriptText: a script in a page ends nothing and holds no character that a
// page may not have, and means what it meant.
func TestScriptText(t *testing.T) {
	for in, want := range map[string]string{
		" a()\n":                   "a()",
		"a('</script><!--')":       `a('<\/script><\!--')`,
		"a('\x1f\x00').split(' ')": `a('\u001f\u0000').split(' ')`,
		"`a\n\tb`":                 "`a\n\tb`",
	} {
		if got := scriptText([]byte(in)); got != want {
			t.Errorf("scriptText(%q) = %q, want %q", in, got, want)
		}
	}
}
