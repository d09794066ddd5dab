package seeds

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// The encodings that can be read, as corpus.Source names them.
const (
	encUTF8    = "utf-8"
	encUTF8BOM = "utf-8-bom"
	encUTF16LE = "utf-16le"
	encUTF16BE = "utf-16be"
	encWindows = "windows-1256"
	encISO     = "iso-8859-6"
)

const bom = "\ufeff"

// saveAs is what to do about a file whose encoding is not sure.
const saveAs = "save it as UTF-8"

// atHome says that an encoding other than UTF-8 is no trouble.
const atHome = "nothing to do; the site shows UTF-8"

// decoded is what decode made of a file.
type decoded struct {
	text     string // valid UTF-8
	encoding string
	note     wording.Text // what to tell the user although it was read, or ""
	hint     wording.Text // to the note or the refusal
	refused  wording.Text // why it cannot be read, or ""
	broken   int          // how many characters became U+FFFD
	brokenAt int          // where the first of them is in text
}

func refused(why, hint wording.Text) decoded { return decoded{refused: why, hint: hint} }

// decode finds the encoding of b and decodes it. Certain signs come first: a
// byte order mark, being UTF-8, the declaration of an HTML page. Then the
// libraries guess, and what they guess must read like Arabic.
func decode(b []byte, kind corpus.Kind) decoded {
	if bytes.HasPrefix(b, []byte("\xff\xfe\x00\x00")) || bytes.HasPrefix(b, []byte("\x00\x00\xfe\xff")) {
		return refused("is UTF-32, which is not read", saveAs)
	}
	if bytes.HasPrefix(b, []byte("\xff\xfe")) {
		return decodeUTF16(b[2:], encUTF16LE)
	}
	if bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return decodeUTF16(b[2:], encUTF16BE)
	}
	if enc := bareUTF16(b); enc != "" {
		return decodeUTF16(b, enc)
	}
	if controls(b) || bytes.HasPrefix(b, []byte("%PDF-")) {
		if what := foreign(b); what != "" {
			return refused(wording.Of("is no text but %s", what), "give its text in a file of its own")
		}
		return refused("is no text: it holds control characters", "")
	}
	if valid, invalid := utf8Share(b); invalid == 0 || valid > 2*invalid {
		return decodeUTF8(b, valid, invalid)
	}
	if kind == corpus.KindHTML {
		if d, ok := declared(b); ok {
			return d
		}
	}
	return decodeLegacy(b)
}

// controls reports whether b has a NUL, or more than one control character in
// a hundred bytes.
func controls(b []byte) bool {
	n := 0
	for _, c := range b {
		if c == 0 {
			return true
		}
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1b && c != 0x1a {
			n++
		}
	}
	return n*100 > len(b)
}

// utf8Share counts the characters of more than one byte in b and the bytes
// that belong to none.
func utf8Share(b []byte) (valid, invalid int) {
	for i := 0; i < len(b); {
		_, n := utf8.DecodeRune(b[i:])
		switch {
		case n > 1:
			valid++
		case b[i] >= utf8.RuneSelf:
			invalid++
		}
		i += n
	}
	return valid, invalid
}

// decodeUTF8 keeps the bytes of a UTF-8 file. A few broken ones, up to one in
// twenty of the characters beyond ASCII, are replaced.
func decodeUTF8(b []byte, valid, invalid int) decoded {
	d := decoded{encoding: encUTF8, text: string(b)}
	if strings.HasPrefix(d.text, bom) {
		d.encoding = encUTF8BOM
	}
	if invalid == 0 {
		return d
	}
	if invalid > 1+valid/20 {
		return refused(wording.Of("is damaged UTF-8: %d bytes of it cannot be read", invalid), "fetch it again")
	}
	var out strings.Builder
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			if d.broken == 0 {
				d.brokenAt = out.Len()
			}
			d.broken++
		}
		out.WriteRune(r)
		i += n
	}
	d.text = out.String()
	return d
}

// bareUTF16 gives the encoding of UTF-16 text without a byte order mark, or
// "": of Arabic and Latin text every other byte is 00 or 06.
func bareUTF16(b []byte) string {
	if len(b) < 8 {
		return ""
	}
	var high [2]int
	for i, c := range b {
		if c == 0 || c == 6 {
			high[i%2]++
		}
	}
	const share = 90 // per cent
	switch half := len(b) / 2; {
	case high[1]*100 >= half*share && high[0]*100 < half*(100-share):
		return encUTF16LE
	case high[0]*100 >= half*share && high[1]*100 < half*(100-share):
		return encUTF16BE
	}
	return ""
}

// decodeUTF16 decodes b, which has no byte order mark any more.
func decodeUTF16(b []byte, enc string) decoded {
	order := unicode.LittleEndian
	if enc == encUTF16BE {
		order = unicode.BigEndian
	}
	out, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(b)
	if err != nil {
		return refused("is damaged UTF-16", "fetch it again")
	}
	d := decoded{text: string(out), encoding: enc, note: wording.Of("is %s", strings.ToUpper(enc)), hint: atHome}
	if d.broken = strings.Count(d.text, "\ufffd"); d.broken > 0 {
		d.brokenAt = strings.Index(d.text, "\ufffd")
	}
	if d.broken > 1+utf8.RuneCountInString(d.text)/20 || controls(bytes.ReplaceAll(out, []byte("\xef\xbb\xbf"), nil)) {
		return refused(wording.Of("is damaged %s", strings.ToUpper(enc)), "fetch it again")
	}
	return d
}

// declared decodes an HTML page by what its meta element says, if that is an
// encoding that we read and the result reads like text.
func declared(b []byte) (decoded, bool) {
	_, name, _ := charset.DetermineEncoding(b, "")
	if name != encWindows && name != encISO {
		return decoded{}, false
	}
	d := decodeTable(b, name)
	if d.broken > 0 || plausible(d.text).share < minShare {
		return decoded{}, false
	}
	d.note, d.hint = wording.Of("is %s, as it declares", name), atHome
	return d, true
}
