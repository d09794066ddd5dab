package perceptron

// Feature is the hash of a feature's name. Two names meet in one Feature with
// a chance of one in 2^64 a pair; a stored [Model] keeps 40 of the bits, so a
// feature that it has never seen is taken for a known one once in some three
// million look-ups per 400,000 features.
type Feature uint64

// Text gives the feature named s, or an atom to [Join].
func Text(s string) Feature {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h := uint64(offset)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return Feature(mix(h))
}

// Join gives the feature of a and then b. Order matters: Join(a, b) is not
// Join(b, a).
func Join(a, b Feature) Feature {
	return Feature(mix(uint64(a)*0x9E3779B97F4A7C15 + uint64(b)))
}

// mix spreads every bit of h over all bits: the finaliser of SplitMix64
// (Steele, Lea and Flood 2014).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>27) * 0x94D049BB133111EB
	return h ^ h>>31
}

// keyBits is how much of a feature's hash a model keeps.
const keyBits = 40

// key gives the part of f that a model keeps.
func (f Feature) key() uint64 { return uint64(f) >> (64 - keyBits) }
