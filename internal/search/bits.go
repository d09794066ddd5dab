package search

import "math/bits"

// bitDigits write six bits each. They are what JSON, HTML and JavaScript leave
// as it is, and hosts that compress bring them back to six bits and little more.
const bitDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"

// bitWriter writes numbers as bits, the highest first.
type bitWriter struct {
	out  []byte
	acc  uint64
	have int // bits of acc that are not written; fewer than 6 between calls
}

// put writes the lowest n bits of v, at most 56.
func (w *bitWriter) put(v uint64, n int) {
	w.acc = w.acc<<n | v&(1<<n-1)
	for w.have += n; w.have >= 6; {
		w.have -= 6
		w.out = append(w.out, bitDigits[w.acc>>w.have&63])
	}
}

// end fills up the last digit and gives what was written.
func (w *bitWriter) end() []byte {
	if w.have > 0 {
		w.put(0, 6-w.have)
	}
	return w.out
}

// gamma writes a number from 1 on in Elias' gamma code: as many zeros as it has
// bits after its first, and then it.
func (w *bitWriter) gamma(n int) {
	l := bits.Len(uint(n)) - 1
	w.put(0, l)
	w.put(uint64(n), l+1)
}

// longestUnary is how many ones begin a number at most, so that no number is as
// long as its value.
const longestUnary = 16

// rice writes a number from 0 on in Rice's code, which is short for numbers up to
// about 2^k: the part above as so many ones and a zero, then k bits.
func (w *bitWriter) rice(n, k int) {
	if high := n >> k; high < longestUnary {
		w.put(1<<(high+1)-2, high+1)
	} else {
		w.put(1<<longestUnary-1, longestUnary)
		w.gamma(high - longestUnary + 1)
	}
	w.put(uint64(n), k)
}

// riceFor gives the k that suits numbers of a mean. The browser works out the
// same, from the same integers.
func riceFor(sum, count int) int {
	return bits.Len(uint(max(1, sum*11/16/max(1, count)))) - 1
}
