package build

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mojaz/internal/arabic"
	"mojaz/internal/seeds"
)

// longestName is how many bytes a name may have; file systems hold 255, and
// programs add to names.
const longestName = 200

// reservedNames cannot be opened on Windows, whatever their ending.
var reservedNames = []string{"con", "prn", "aux", "nul",
	"com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"}

// safeName makes of the last element of a path a name that every file system
// takes and that looks like what it is. Letters of any script stay; marks that
// mean something to a disk or a shell become hyphens, invisible ones go. It is
// idempotent: what one pass cuts off may show the next where an ending begins, or
// leave a reserved name, so passes are made until nothing changes. That is soon,
// for a pass only shortens a name, but for one that is reserved.
func safeName(name string) string {
	for {
		safe := saferName(name)
		if safe == name {
			return safe
		}
		name = safe
	}
}

// saferName is one pass of safeName.
func saferName(name string) string {
	name = norm.NFC.String(strings.ToValidUTF8(name, ""))
	name = strings.Map(func(r rune) rune {
		switch {
		case arabic.Invisible(r) || r == utf8.RuneError || r == '\u2028' || r == '\u2029':
			return -1
		case r < ' ' || r >= 0x7f && r <= 0x9f || strings.ContainsRune(`/\:*?"<>|$`+"`", r):
			return '-'
		}
		return r
	}, name)
	name = strings.TrimLeft(name, "-. ")
	ext := path.Ext(name)
	if len(ext) > 12 || strings.Trim(ext, ". ") == "" {
		ext = ""
	}
	stem, ext := strings.TrimRight(strings.TrimSuffix(name, ext), "-. "), strings.TrimRight(ext, "-. ")
	for len(stem)+len(ext) > longestName {
		_, n := utf8.DecodeLastRuneInString(stem)
		stem = strings.TrimRight(stem[:len(stem)-n], "-. ")
	}
	first, _, _ := strings.Cut(stem, ".")
	if stem == "" || slices.Contains(reservedNames, strings.ToLower(first)) {
		stem = strings.TrimSuffix("document-"+stem, "-")
	}
	return norm.NFC.String(stem + ext)
}

// freeName gives name, or where that is taken the first of "name-2.txt",
// "name-3.txt"… that is not, and takes it.
func freeName(name string, taken map[string]string) string {
	free, ext := name, path.Ext(name)
	for n := 2; taken[seeds.Caseless(free)] != ""; n++ {
		free = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), n, ext)
	}
	taken[seeds.Caseless(free)] = free
	return free
}
