package extract

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"golang.org/x/net/html/charset"
)

// maxParts is how many parts of a saved page are looked at, and maxNest how deep
// they may stand in each other.
const (
	maxParts = 2000
	maxNest  = 8
)

// MHTML gives the HTML of a saved page (.mhtml, .mht), in UTF-8 where it says
// what it is encoded in, else as its bytes are.
func MHTML(b []byte) (Text, error) {
	b = bytes.TrimLeft(b, "\ufeff\r\n\t ")
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return Text{}, errNoPage
	}
	f := pageFinder{left: maxParts}
	page, err := f.find(textproto.MIMEHeader(m.Header), m.Body, 0)
	if err == nil && page == nil {
		err = errNoPage
	}
	return Text{Raw: string(page)}, err
}

var errNoPage = &Refusal{"is no saved page: no HTML is in it", "save the page again, as a single file or as HTML"}

// pageFinder looks for the HTML among the parts of a message.
type pageFinder struct{ left int }

// find gives the first HTML part, nil if there is none. A page stands before
// what it shows, frames of other pages included.
func (f *pageFinder) find(h textproto.MIMEHeader, body io.Reader, depth int) ([]byte, error) {
	if f.left--; f.left < 0 || depth > maxNest {
		return nil, errBomb
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		return nil, nil
	}
	if kind == "text/html" || kind == "application/xhtml+xml" {
		return decodePart(h.Get("Content-Transfer-Encoding"), params["charset"], body)
	}
	if !strings.HasPrefix(kind, "multipart/") || params["boundary"] == "" {
		return nil, nil
	}
	parts := multipart.NewReader(body, params["boundary"])
	for {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			return nil, nil
		}
		if err != nil {
			return nil, errDamaged
		}
		if page, err := f.find(part.Header, part, depth+1); page != nil || err != nil {
			return page, err
		}
	}
}

// decodePart decodes the bytes of a part. A part that ends too early gives what
// there is of it.
func decodePart(transfer, label string, body io.Reader) ([]byte, error) {
	switch strings.ToLower(strings.TrimSpace(transfer)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	page, err := io.ReadAll(io.LimitReader(body, maxText+1))
	switch {
	case len(page) > maxText:
		return nil, errTooMuch
	case len(page) == 0 && err != nil:
		return nil, errDamaged
	}
	if e, name := charset.Lookup(label); e != nil && name != "utf-8" {
		if decoded, err := e.NewDecoder().Bytes(page); err == nil {
			return decoded, nil
		}
	}
	return page, nil
}
