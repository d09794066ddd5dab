package markdown

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxFileName bounds the name of an entity's file, in bytes: file systems allow
// 255, and a copy or a synchronised folder adds its own endings.
const maxFileName = 200

// device matches the names that Windows keeps for its devices, whatever ending
// follows: "con", "COM1", "nul.txt".
var device = regexp.MustCompile(`(?i)^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)`)

// EntityFile gives the name of an entity's file: the entity's name and ".md",
// so that a wikilink leads there in editors that look files up by name. Letters
// and digits of all scripts stay, and so do blanks, hyphens and marks that files
// may have on every system; all else becomes a hyphen. A name that is changed in
// any way is followed by a hash of itself, so that two names have two files.
// Names that differ only in the case of Latin letters are one file where the
// file system thinks so.
func EntityFile(name string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(strings.ToValidUTF8(name, "\ufffd")) {
		if !fileable(r) {
			r = '-'
		}
		b.WriteRune(r)
	}
	stem := strings.Trim(b.String(), " .-")
	const end, hash = ".md", 9
	if stem != "" && stem == name && len(stem)+len(end) <= maxFileName && !device.MatchString(stem) {
		return stem + end
	}
	if most := maxFileName - len(end) - hash; len(stem) > most {
		for most > 0 && !utf8.RuneStart(stem[most]) {
			most--
		}
		stem = strings.TrimRight(stem[:most], " .-")
	}
	if device.MatchString(stem) {
		stem = "x-" + stem
	}
	return strings.TrimLeft(fmt.Sprintf("%s-%08x", stem, hashOf(name)), "-") + end
}

// fileable reports whether a character may stand in the name of a file on every
// system and in a wikilink to it.
func fileable(r rune) bool {
	switch {
	case r == ' ', r == '\u200c', r == '\u200d': // the joiners that Persian words are written with
		return true
	case strings.ContainsRune(`/\:*?"<>|#^[]%`+"`", r), r == utf8.RuneError, hidden(r):
		return false
	}
	return unicode.IsGraphic(r) && !unicode.IsSpace(r)
}
