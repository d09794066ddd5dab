package seeds

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// hexRun matches the hash in a file's name: 6c3114ac1a7fdeef.
var hexRun = regexp.MustCompile(`[0-9a-fA-F]{12,}`)

// maxID is the length of the longest id that docID makes.
const maxID = 40

// docIDs gives each name its id. Names that make the same id are told apart by
// a hash of the whole name: the first in order keeps the plain id.
func docIDs(names []string) []corpus.DocID {
	taken := map[string]bool{}
	out := make([]corpus.DocID, len(names))
	for i, name := range names {
		id, sum := docID(name), nameHash(name)
		for n := 6; taken[id]; n += 2 {
			id = withHash(docID(name), sum[:min(n, len(sum))])
		}
		taken[id] = true
		out[i] = corpus.DocID(id)
	}
	return out
}

// docID makes an id of a file's name alone: its stem in Latin letters, a hash
// in it cut to six digits ("000_6c3114ac1a7fdeef.txt" is 000-6c3114), at most
// forty characters. What had to be cut ends in a hash of the whole name.
func docID(name string) string {
	stem := strings.TrimSuffix(name, path.Ext(name))
	stem = hexRun.ReplaceAllStringFunc(stem, func(run string) string {
		if strings.Trim(run, "0123456789") == "" {
			return run // a time stamp, not a hash
		}
		return run[:6]
	})
	id := arabic.Slug(stem)
	if len(id) > maxID {
		return withHash(id, nameHash(name)[:6])
	}
	return id
}

// withHash joins id and sum, cutting id so that the whole fits, at a hyphen if
// one is near.
func withHash(id, sum string) string {
	if room := maxID - len(sum) - 1; room > 0 && len(id) > room {
		id = id[:room]
		if at := strings.LastIndexByte(id, '-'); at > room/2 {
			id = id[:at]
		}
	}
	return strings.Trim(id, "-") + "-" + sum
}

func nameHash(name string) string {
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:])
}
