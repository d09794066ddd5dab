package seeds

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"mojaz/internal/corpus"
)

// Every line of the example of three words or more, alone and in either old
// encoding, comes back as it was.
func TestDecodeLegacyLines(t *testing.T) {
	folders, _, err := Read(os.DirFS("../../seeds"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, f := range folders {
		for _, s := range f.Sources {
			for _, line := range strings.Split(s.Raw, "\n") {
				if len(strings.Fields(line)) >= 3 {
					lines += roundTrip(t, line, charmap.Windows1256, encWindows) + roundTrip(t, line, charmap.ISO8859_6, encISO)
				}
			}
		}
	}
	if lines < 100 {
		t.Errorf("%d lines tried, want more than 100", lines)
	}
}

// roundTrip encodes and decodes line and counts 1, or 0 if the encoding has no
// place for it.
func roundTrip(t *testing.T, line string, enc encoding.Encoding, name string) int {
	b, err := enc.NewEncoder().Bytes([]byte(line))
	if err != nil || utf8.Valid(b) {
		return 0
	}
	if d := decode(b, corpus.KindText); d.text != line {
		t.Errorf("decode(%q as %s) = %q %s %s", line, name, d.text, d.encoding, d.refused)
	}
	return 1
}

// Whatever the bytes, what is decoded is UTF-8 and not empty, a refusal has a
// reason, and text that is UTF-8 keeps its bytes.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"نص", "\xff\xfea\x00", "\xda\xe4\xc7", "\xd8 نص", "<meta charset=iso-8859-6>\xe7\xe8", "\x06\x27\x06\x27\x06\x27\x06\x27"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) == 0 {
			return
		}
		d := decode(b, corpus.KindHTML)
		switch {
		case !utf8.ValidString(d.text):
			t.Errorf("decode(%q) = %q is no UTF-8", b, d.text)
		case d.refused == "" && d.encoding == "":
			t.Errorf("decode(%q) has no encoding", b)
		case d.refused != "" && d.text != "":
			t.Errorf("decode(%q) refuses and gives %q", b, d.text)
		case d.encoding == encUTF8 && utf8.Valid(b) && d.text != string(b):
			t.Errorf("decode(%q) = %q, want the same bytes", b, d.text)
		case d.broken > 0 && !strings.HasPrefix(d.text[d.brokenAt:], "\ufffd"):
			t.Errorf("decode(%q): no broken character at %d", b, d.brokenAt)
		}
	})
}
