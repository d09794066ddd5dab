package perceptron

import (
	"bufio"
	"cmp"
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
	b = binary.AppendUvarint(b, uint64(len(m.keys)))
	last := uint64(0)
	for i, key := range m.keys {
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
	d := decoder{r: bufio.NewReaderSize(z, 1<<16)}
	m := d.model()
	if _, err := d.r.ReadByte(); err != io.EOF { // at the end gzip compares its checksum
		d.fail(cmp.Or(err, errForm))
	}
	if d.err != nil {
		return nil, fmt.Errorf("perceptron: %w", d.err)
	}
	m.index()
	return m, nil
}

// decoder reads numbers and remembers the first error; after it all are zero.
type decoder struct {
	r   *bufio.Reader
	err error
}

var errForm = errors.New("not a stored model")

func (d *decoder) uint() uint64 {
	if d.err != nil {
		return 0
	}
	x, err := binary.ReadUvarint(d.r)
	d.fail(err)
	return x
}

func (d *decoder) int() int64 {
	if d.err != nil {
		return 0
	}
	x, err := binary.ReadVarint(d.r)
	d.fail(err)
	return x
}

func (d *decoder) text(n uint64) string {
	if n > 1<<10 {
		d.fail(errForm)
	}
	if d.err != nil {
		return ""
	}
	b := make([]byte, n)
	_, err := io.ReadFull(d.r, b)
	d.fail(err)
	return string(b)
}

func (d *decoder) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// model reads the body. Sizes are checked before anything is made of them: a
// damaged file gives an error, not a panic or a full memory.
func (d *decoder) model() *Model {
	if d.text(uint64(len(magic))) != magic {
		d.fail(errForm)
	}
	n := d.uint()
	if n == 0 || n > 64 {
		d.fail(errForm)
	}
	m := &Model{}
	for i := uint64(0); i < n && d.err == nil; i++ {
		m.names = append(m.names, d.text(d.uint()))
	}
	for i := uint64(0); i < (n+1)*n && d.err == nil; i++ {
		m.pairs = append(m.pairs, d.int())
	}
	features := d.uint()
	key := uint64(0)
	for i := uint64(0); i < features && d.err == nil; i++ {
		key += d.uint()
		m.keys = append(m.keys, key)
		m.rows = d.row(m.rows, int(n))
	}
	return m
}

// row reads the weights of one feature and appends them to rows.
func (d *decoder) row(rows []int32, n int) []int32 {
	set := d.uint()
	if bits.Len64(set) > n {
		d.fail(errForm)
	}
	for tag := range n {
		w := int64(0)
		if set&(1<<tag) != 0 {
			w = d.int()
		}
		rows = append(rows, int32(w))
	}
	return rows
}
