// Package picture turns the words of a page into the picture that other
// programs show when somebody shares its address.
package picture

import (
	"bytes"
	"embed"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"sync"

	"github.com/go-text/typesetting/font"
)

// Width and Height of a picture in pixels: what the Open Graph protocol's
// readers crop least.
const (
	Width  = 1200
	Height = 630
)

// Card is the words of a picture. Long ones are cut with an ellipsis.
type Card struct {
	Above string // a small line: outlet and date
	Title string // in large letters, at most four lines
	Below string // a small line: the dossier or the site
}

// The measures of a picture in pixels.
const (
	margin     = 90
	rule       = 12 // width of the bar at the starting edge
	largeSize  = 60
	largeLead  = 88
	smallSize  = 34
	smallLead  = 54
	titleLines = 4
)

// The colours of a picture, those of the light theme in assets/css/tokens.css.
var (
	paper  = color.RGBA{0xfb, 0xfa, 0xf6, 0xff}
	ink    = color.RGBA{0x1c, 0x20, 0x24, 0xff}
	quiet  = color.RGBA{0x5a, 0x61, 0x68, 0xff}
	accent = color.RGBA{0x0a, 0x61, 0x58, 0xff}
)

//go:embed fonts/*.woff
var fontFiles embed.FS

// fonts gives the fonts of the two weights, each the Arabic subset first.
var fonts = sync.OnceValues(func() (map[weight][]*font.Font, error) {
	out := map[weight][]*font.Font{}
	for _, f := range []struct {
		weight weight
		file   string
	}{
		{regular, "arabic-400"}, {bold, "arabic-600"}, {regular, "latin-400"}, {bold, "latin-600"},
	} {
		b, err := fontFiles.ReadFile("fonts/ibm-plex-sans-arabic-" + f.file + "-normal.woff")
		if err != nil {
			return nil, err
		}
		face, err := font.ParseTTF(bytes.NewReader(b))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.file, err)
		}
		out[f.weight] = append(out[f.weight], face.Font)
	}
	return out, nil
})

type weight int

const (
	regular weight = iota
	bold
)

// PNG draws a card, right to left. The same card gives the same bytes.
func PNG(c Card) ([]byte, error) {
	fonts, err := fonts()
	if err != nil {
		return nil, fmt.Errorf("fonts of pictures: %w", err)
	}
	light, heavy := faces(fonts[regular]), faces(fonts[bold])
	p := newPainter()
	p.fill(image.Rect(Width-rule, 0, Width, Height), accent)
	y := margin + smallSize
	p.text(block{words: c.Above, faces: light, size: smallSize, lead: smallLead, lines: 1, at: y, colour: accent})
	p.text(block{words: c.Title, faces: heavy, size: largeSize, lead: largeLead, lines: titleLines, at: y + largeLead, colour: ink})
	p.text(block{words: c.Below, faces: light, size: smallSize, lead: smallLead, lines: 1, at: Height - margin + smallSize, colour: quiet})
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err = encoder.Encode(&out, p.paletted())
	return out.Bytes(), err
}

// faces makes faces of fonts, which may be shared: a face keeps what it looked up
// and belongs to one goroutine.
func faces(fonts []*font.Font) []*font.Face {
	out := make([]*font.Face, len(fonts))
	for i, f := range fonts {
		out[i] = font.NewFace(f)
	}
	return out
}
