package seeds

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding/charmap"

	"mojaz/internal/arabic"
	"mojaz/internal/wording"
)

// minShare is the share of words that must look like words, in per cent.
const minShare = 75

//go:embed data/common.txt
var commonFile string

var common = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range arabic.List(commonFile) {
		m[arabic.Fold(w)] = true
	}
	return m
})

// decodeLegacy decodes one of the two old Arabic encodings: the one whose
// words look more like words; if they are equal, the one that has more of the
// commonest words; if still equal, the one that the library guesses, and
// windows-1256, by far the commoner, if it guesses neither. Wrong at times for
// a file of one or two words that are words in both.
func decodeLegacy(b []byte) decoded {
	guess := detect(b)
	windows, iso := decodeTable(b, encWindows), decodeTable(b, encISO)
	best, sure := windows, plausible(windows.text)
	if other := plausible(iso.text); sure.less(other) || sure == other && guess == encISO {
		best, sure = iso, other
	}
	if sure.share < minShare || best.broken > 1+len(b)/100 {
		hint := wording.Text(saveAs)
		if guess != encWindows && guess != encISO && guess != "" {
			hint = wording.Of("it may be %s; %s", guess, wording.Text(saveAs))
		}
		return refused("is in an encoding that cannot be told", hint)
	}
	best.note, best.hint = wording.Of("is read as %s, which is a guess", best.encoding), saveAs+" to be sure"
	return best
}

// minConfidence is what the library must give a guess, of 100, for it to be
// worth repeating.
const minConfidence = 20

// sample is how many bytes the library gets to see.
const sample = 64 << 10

// detect asks the library, which knows the frequencies of Arabic letters, and
// gives the lower-case name of its first guess, or "". The library runs its
// recognisers at once and leaves equals in the order in which they end, so
// equals are put in order here.
func detect(b []byte) string {
	found, err := chardet.NewTextDetector().DetectAll(b[:min(len(b), sample)])
	if err != nil {
		return ""
	}
	best := slices.MaxFunc(found, func(x, y chardet.Result) int {
		return cmp.Or(cmp.Compare(x.Confidence, y.Confidence), cmp.Compare(y.Charset, x.Charset))
	})
	if best.Confidence < minConfidence {
		return ""
	}
	return strings.ToLower(best.Charset)
}

// decodeTable decodes b by the table of one of the old encodings.
func decodeTable(b []byte, enc string) decoded {
	table := charmap.Windows1256
	if enc == encISO {
		table = charmap.ISO8859_6
	}
	var out strings.Builder
	d := decoded{encoding: enc}
	for _, c := range b {
		r := table.DecodeByte(c)
		if r == '\ufffd' {
			if d.broken == 0 {
				d.brokenAt = out.Len()
			}
			d.broken++
		}
		out.WriteRune(r)
	}
	d.text = out.String()
	return d
}

// plausibility says how much a text reads like one.
type plausibility struct {
	share  int // of the words beyond ASCII, those that can be words, in per cent
	common int // how many words are among the commonest
}

func (p plausibility) less(q plausibility) bool {
	return p.share < q.share || p.share == q.share && p.common < q.common
}

// plausible judges a decoded text. Read by the wrong table, Arabic comes out
// with Latin letters, signs or holes within its words, or with teh marbuta
// where no word has it.
func plausible(text string) plausibility {
	good, all, known := 0, 0, 0
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r < 0x80 && !unicode.IsLetter(r) || unicode.IsSpace(r) }) {
		if !strings.ContainsFunc(word, func(r rune) bool { return r >= 0x80 }) {
			continue
		}
		all++
		if wordlike(word) {
			good++
		}
		if common()[arabic.Fold(strings.TrimFunc(word, unicode.IsPunct))] {
			known++
		}
	}
	if all == 0 {
		return plausibility{}
	}
	return plausibility{good * 100 / all, known}
}

// wordlike reports whether word can be one: letters of one script, with
// punctuation at most, no vowel mark before the first letter, and neither teh
// marbuta nor alef maksura before another letter.
func wordlike(word string) bool {
	var latin, arab, last bool // last: a letter was seen that only ends words
	for _, r := range word {
		switch {
		case r == arabic.Tatweel:
		case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r):
			if last {
				return false
			}
			arab = true
			last = r == arabic.TehMarbuta || r == arabic.AlefMaksura
		case unicode.IsLetter(r):
			latin = true
		case unicode.Is(unicode.Mn, r):
			if !arab {
				return false
			}
		case unicode.IsPunct(r), arabic.Invisible(r) && r > 0xA0:
			last = false
		case r == '\ufffd', r < 0xA0, unicode.IsSymbol(r):
			return false
		}
		if latin && arab {
			return false
		}
	}
	return true
}
