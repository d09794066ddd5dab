package publish

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"mojaz/internal/wording"
)

// reserved matches names that Windows keeps for devices, whatever their ending:
// "con", "NUL.html", "lpt1".
var reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)

// checkPaths reports the paths that would not stand for the same file on every
// computer that may hold a copy of the site.
func checkPaths(files []File) error {
	var errs []error
	seen := map[string]string{} // folded path of a file or folder → path as given
	for _, f := range files {
		if why := badPath(f.Path); why != "" {
			errs = append(errs, wording.Errorf("cannot publish %q: %s", f.Path, why))
			continue
		}
		if err := collide(seen, f.Path); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// badPath says what is wrong with the path alone, "" if nothing is.
func badPath(p string) wording.Text {
	switch {
	case !fs.ValidPath(p) || p == ".":
		return "the path is not a clean path inside the site"
	case p == Marker:
		return "the name is kept for the marker of the site"
	case strings.ContainsAny(p, `\<>:"|?*`) || strings.ContainsFunc(p, unicode.IsControl):
		return "the path holds a character that no file name may hold everywhere"
	}
	for name := range strings.SplitSeq(p, "/") {
		switch {
		case reserved.MatchString(name):
			return wording.Of("%q is a device name on Windows", name)
		case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
			return wording.Of("%q ends in a dot or a blank, which Windows drops", name)
		case len(name) > 255:
			return "a name is longer than 255 bytes"
		}
	}
	return ""
}

// collide notes p and its folders in seen, and reports a path that a file
// system blind to case or to composed letters would hold to be the same, and a
// file that would have to be a folder too.
func collide(seen map[string]string, p string) error {
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		key := fold(dir)
		if was, ok := seen[key]; ok && was != dir+"/" {
			return wording.Errorf("cannot publish both %q and %q: the same name on some computers", was, p)
		}
		seen[key] = dir + "/"
	}
	key := fold(p)
	if was, ok := seen[key]; ok {
		return wording.Errorf("cannot publish both %q and %q: the same name on some computers", was, p)
	}
	seen[key] = p
	return nil
}

// fold gives the form in which two names are compared.
func fold(p string) string {
	return norm.NFC.String(cases.Fold().String(p))
}
