package search

// The digits of postings are printable ASCII without what JSON, HTML and
// JavaScript would escape. Two sets of digits write two kinds of number, so that
// no number has to say how many follow: "Ab" is one document, and each digit of
// the other kind after it belongs to a position in it.
//
// A number is its digits to the base of its kind, the least first; all but the
// last are from the second half of the set.
const (
	docDigits   = "0123456789ABCDEFGHIJKLMNOPQRSTUV"           // base 16
	placeDigits = "abcdefghijklmnopqrstuvwxyzWXYZ!#$%()*+,-" + // base 28
		"./:;=?@[]^_{|}~'"
)

// appendNumber writes n in the digits of a set.
func appendNumber(b []byte, digits string, n int) []byte {
	base := len(digits) / 2
	for n >= base {
		b = append(b, digits[base+n%base])
		n /= base
	}
	return append(b, digits[n])
}

// values are the values of digits by character, those of places after those of
// documents.
var values = func() (out [128]byte) {
	for i, c := range docDigits + placeDigits {
		out[c] = byte(i)
	}
	return out
}()
