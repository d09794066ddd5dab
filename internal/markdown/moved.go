package markdown

import (
	"regexp"

	"mojaz/internal/corpus"
)

// briefingLink matches the destination of a link to another briefing of the
// dossier, in a file of it: "](../briefings/one.md#", "]: one.md ".
var briefingLink = regexp.MustCompile(`(\]\(<?|\]: *<?)((?:\./|\.\./)?(?:briefings/)?)([a-z0-9-]+)\.md([#)>\s"]|$)`)

// Relink gives a file of content/ with its links to the briefings of its dossier
// led to those that came in their places. What is no such link stays byte for
// byte as it is.
func Relink(file []byte, moved map[corpus.DocID]corpus.DocID) []byte {
	return briefingLink.ReplaceAllFunc(file, func(link []byte) []byte {
		m := briefingLink.FindSubmatch(link)
		to, ok := moved[corpus.DocID(m[3])]
		if !ok {
			return link
		}
		return []byte(string(m[1]) + string(m[2]) + string(to) + ".md" + string(m[4]))
	})
}

// sourceLine matches the line of the front matter of a briefing that names its
// source: "source: seeds/x/one.txt".
var sourceLine = regexp.MustCompile(`(?m)^source:.*$`)

// Relocate gives a briefing's file with another path of its source in its front
// matter, and all else as it is.
func Relocate(file []byte, source string) []byte {
	at := sourceLine.FindIndex(file[:frontEnd(file)])
	if at == nil {
		return file
	}
	end := at[1]
	if end > at[0] && file[end-1] == '\r' {
		end--
	}
	out := append([]byte{}, file[:at[0]]...)
	out = append(out, "source: "+scalar(source)...)
	return append(out, file[end:]...)
}

// shaLine matches the line of the front matter that tells the bytes of the
// source.
var shaLine = regexp.MustCompile(`(?m)^sha256: "?([0-9a-f]{64})"?\r?$`)

// SourceHash gives the hash of the source of which a briefing's file was written,
// "" if it tells none. The beginning of a file is enough.
func SourceHash(file []byte) string {
	front := file[:min(len(file), 64<<10)]
	if end := frontEnd(file); end > 0 {
		front = file[:end]
	}
	m := shaLine.FindSubmatch(front)
	if at := fence.FindIndex(front); m == nil || at == nil || at[0] != 0 {
		return ""
	}
	return string(m[1])
}

// fence matches the line that ends front matter.
var fence = regexp.MustCompile(`(?m)^---\r?$`)

// frontEnd gives the length of the front matter of a file, 0 if it has none.
func frontEnd(file []byte) int {
	at := fence.FindAllIndex(file[:min(len(file), 64<<10)], 2)
	if len(at) < 2 || at[0][0] != 0 {
		return 0
	}
	return at[1][0]
}
