package seeds

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"mojaz/internal/arabic"
	"mojaz/internal/wording"
)

// usable gives the entries of dir that may be read, in order: no hidden file,
// no link, nothing that is neither file nor folder, no name that plays tricks.
// All but the hidden ones are reported.
func (r *reader) usable(dir string, entries []fs.DirEntry) []fs.DirEntry {
	var out []fs.DirEntry
	seen := map[string]string{}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		name, key := path.Join(dir, e.Name()), Caseless(e.Name())
		if why, hint := refuse(e); why != "" {
			r.warn(name, why, hint)
			continue
		}
		if other, ok := seen[key]; ok {
			r.warn(name, wording.Of("has the name of %q but for upper and lower case, and is left out", other), "rename one; on many disks they are the same file")
			continue
		}
		seen[key] = e.Name()
		out = append(out, e)
	}
	return out
}

// refuse says why an entry must not be opened, or "".
func refuse(e fs.DirEntry) (why, hint wording.Text) {
	mode := e.Type()
	switch {
	case mode&fs.ModeSymlink != 0:
		return "is a link, and links are not followed", "put a copy of the file in its place"
	case !mode.IsRegular() && !mode.IsDir():
		return "is neither a file nor a folder", ""
	case !utf8.ValidString(e.Name()):
		return "has a name that is not UTF-8", "rename it"
	case strings.ContainsFunc(e.Name(), trick):
		return "has a name with invisible characters", "rename it"
	case strings.Contains(e.Name(), `\`):
		return `has a name with a \, which is a path on some systems`, "rename it"
	}
	return "", ""
}

// trick reports whether r can make a name look like another one.
func trick(r rune) bool {
	return arabic.Invisible(r) || r < ' ' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// Caseless gives the form of a name under which disks that ignore case, and
// ways to write an accent, hold it.
func Caseless(name string) string { return norm.NFC.String(cases.Fold().String(name)) }

// printable gives name with what cannot be seen or breaks a line escaped:
// \u202e, \n, \xff.
func printable(name string) string {
	var b strings.Builder
	for i := 0; i < len(name); {
		r, n := utf8.DecodeRuneInString(name[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, name[i])
		case r < 0x80 && trick(r):
			fmt.Fprintf(&b, `\x%02x`, r)
		case trick(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}
