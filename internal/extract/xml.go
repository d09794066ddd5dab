package extract

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// errStop ends a walk before its end, without trouble.
var errStop = errors.New("stop")

// elements calls start and end for the elements of an XML file and text for the
// characters between them. It refuses what nests too deep, and a file that
// declares entities of its own: the library knows none of them.
func elements(b []byte, w walker) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.CharsetReader = charset.NewReaderLabel
	for depth := 0; ; {
		t, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return errDamaged
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errDeep
			}
			err = w.start(t)
		case xml.EndElement:
			depth--
			err = w.end(t.Name.Local)
		case xml.CharData:
			err = w.text(string(t))
		}
		if err == errStop {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// walker is told what stands in an XML file, names without their prefixes.
type walker interface {
	start(xml.StartElement) error
	end(name string) error
	text(string) error
}

// attr gives an attribute by its name without a prefix, or "".
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// facts gathers the text of the elements with the given names, the first of each.
type facts struct {
	found map[string]string
	open  string
	now   strings.Builder
}

// factsOf reads an XML file for the text of its elements, by their names. A file
// that cannot be read has told what it told.
func factsOf(b []byte) map[string]string {
	f := &facts{found: map[string]string{}}
	_ = elements(b, f)
	return f.found
}

func (f *facts) start(e xml.StartElement) error {
	f.open = e.Name.Local
	f.now.Reset()
	return nil
}

func (f *facts) end(name string) error {
	if name == f.open && f.found[name] == "" {
		f.found[name] = strings.TrimSpace(f.now.String())
	}
	f.open = ""
	return nil
}

func (f *facts) text(s string) error {
	if f.open != "" && f.now.Len() < 1<<16 {
		f.now.WriteString(s)
	}
	return nil
}
