package perceptron

import (
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
)

// magic begins a stored model, behind the gzip header.
const magic = "perceptron 1\n"

// Save writes m, compressed with gzip: the names of the tags, the weights of
// the pairs, and for each feature the distance of its key from the one before,
// a set of bits for the tags that have a weight, and those weights, all as
// variable-length integers.
func (m *Model) Save(w io.Writer) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	z.Write([]byte(magic)) // an error comes back from Close
	z.Write(m.bytes())
	return z.Close()
}

func (m *Model) bytes() []byte {
	n := len(m.names)
	b := binary.AppendUvarint(nil, uint64(n))
	for _, name := range m.names {
		b = binary.AppendUvarint(b, uint64(len(name)))
		b = append(b, name...)
	}
	for _, w := range m.pairs {
		b = binary.AppendVarint(b, w)
	}
	keys := m.keys()
	b = binary.AppendUvarint(b, uint64(len(keys)))
	last := uint64(0)
	for i, key := range keys {
		b = binary.AppendUvarint(b, key-last)
		b = appendRow(b, m.rows[i*n:(i+1)*n])
		last = key
	}
	return b
}

func appendRow(b []byte, row []int32) []byte {
	set := uint64(0)
	for tag, w := range row {
		if w != 0 {
			set |= 1 << tag
		}
	}
	b = binary.AppendUvarint(b, set)
	for _, w := range row {
		if w != 0 {
			b = binary.AppendVarint(b, int64(w))
		}
	}
	return b
}

// Load reads a model that [Model.Save] wrote. A file that is damaged or of
// another kind is an error.
func Load(r io.Reader) (*Model, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("perceptron: %w", err)
	}
	b, err := io.ReadAll(z) // at the end gzip compares its checksum
	if err != nil {
		return nil, fmt.Errorf("perceptron: %w", err)
	}
	d := decoder{b: b}
	m := d.model()
	if d.failed || len(d.b) > 0 {
		return nil, errForm
	}
	return m, nil
}

var errForm = errors.New("perceptron: not a stored model")

// decoder reads numbers from the beginning of b. After something that cannot be
// read all are zero.
type decoder struct {
	b      []byte
	failed bool
}

func (d *decoder) fail() { d.failed, d.b = true, nil }

func (d *decoder) uint() uint64 {
	if len(d.b) > 0 && d.b[0] < 0x80 {
		x := d.b[0]
		d.b = d.b[1:]
		return uint64(x)
	}
	x, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.b = d.b[n:]
	return x
}

func (d *decoder) int() int64 {
	x := d.uint() // zigzag, as [binary.Varint] has it
	return int64(x>>1) ^ -int64(x&1)
}

func (d *decoder) text(n uint64) string {
	if n > uint64(len(d.b)) {
		d.fail()
		return ""
	}
	s := string(d.b[:n])
	d.b = d.b[n:]
	return s
}

// model reads the body. Sizes are checked before anything is made of them: a
// damaged file gives an error, not a panic or a full memory.
func (d *decoder) model() *Model {
	if d.text(uint64(len(magic))) != magic {
		d.fail()
	}
	n := d.uint()
	if n == 0 || n > 64 {
		d.fail()
		return nil
	}
	m := &Model{}
	for i := uint64(0); i < n && !d.failed; i++ {
		m.names = append(m.names, d.text(d.uint()))
	}
	for i := uint64(0); i < (n+1)*n && !d.failed; i++ {
		m.pairs = append(m.pairs, d.int())
	}
	features := d.uint()
	if features > uint64(len(d.b))/2 || features >= 1<<rowBits { // each takes two bytes at least
		d.fail()
		return nil
	}
	keys := make([]uint64, features)
	m.rows = make([]int32, features*n)
	key := uint64(0)
	for i := range keys {
		key += d.uint()
		keys[i] = key
		d.row(m.rows[uint64(i)*n:][:n])
	}
	if key >= 1<<keyBits {
		d.fail()
		return nil
	}
	m.index(keys)
	return m
}

// row reads the weights of one feature.
func (d *decoder) row(to []int32) {
	set := d.uint()
	if bits.Len64(set) > len(to) {
		d.fail()
		return
	}
	for ; set != 0; set &= set - 1 {
		to[bits.TrailingZeros64(set)] = int32(d.int())
	}
}
