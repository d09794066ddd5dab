package picture

import (
	"image"
	"image/color"
	"image/draw"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// painter draws on a canvas of the size of a picture.
type painter struct {
	canvas  *image.RGBA
	shaper  shaping.HarfbuzzShaper
	wrapper shaping.LineWrapper
	parts   shaping.Segmenter
}

func newPainter() *painter {
	p := &painter{canvas: image.NewRGBA(image.Rect(0, 0, Width, Height))}
	p.fill(p.canvas.Bounds(), paper)
	return p
}

func (p *painter) fill(r image.Rectangle, c color.RGBA) {
	draw.Draw(p.canvas, r, image.NewUniform(c), image.Point{}, draw.Src)
}

// block is a paragraph to draw.
type block struct {
	words  string
	faces  []*font.Face // the first that has a letter is taken
	size   int          // of the letters, in pixels
	lead   int          // from one base line to the next
	lines  int          // at most
	at     int          // the first base line, from above
	colour color.RGBA
}

// text shapes, breaks and draws a paragraph, flush to the margin on the right.
func (p *painter) text(b block) {
	if b.words == "" {
		return
	}
	config := shaping.WrapConfig{
		Direction: di.DirectionRTL, TruncateAfterLines: b.lines,
		Truncator: p.shape(b, []rune("…"))[0],
	}
	words := []rune(b.words)
	lines, _ := p.wrapper.WrapParagraph(config, Width-2*margin, words, shaping.NewSliceIterator(p.shape(b, words)))
	outlines := vector.NewRasterizer(Width, Height)
	for i, line := range lines {
		trace(outlines, line, b.at+i*b.lead)
	}
	outlines.Draw(p.canvas, p.canvas.Bounds(), image.NewUniform(b.colour), image.Point{})
}

// shape cuts words into runs of one direction, script and face, and shapes each.
func (p *painter) shape(b block, words []rune) []shaping.Output {
	in := shaping.Input{
		Text: words, RunEnd: len(words), Direction: di.DirectionRTL, Size: fixed.I(b.size),
		Face: b.faces[0], Language: language.NewLanguage("ar"),
	}
	var out []shaping.Output
	for _, run := range p.parts.Split(in, fontmap(b.faces)) {
		out = append(out, p.shaper.Shape(run))
	}
	return out
}

// fontmap finds the face that has a letter.
type fontmap []*font.Face

// ResolveFace gives the first face with a glyph of r, else the first face.
func (m fontmap) ResolveFace(r rune) *font.Face {
	for _, f := range m {
		if _, ok := f.NominalGlyph(r); ok {
			return f
		}
	}
	return m[0]
}

// trace adds the runs of a line in the order in which they are seen, flush to
// the right margin.
func trace(to *vector.Rasterizer, line shaping.Line, y int) {
	width := fixed.Int26_6(0)
	seen := make([]shaping.Output, len(line))
	for _, run := range line {
		width += run.Advance
		seen[run.VisualIndex] = run
	}
	x := fixed.I(Width-margin) - width
	for _, run := range seen {
		for _, g := range run.Glyphs {
			traceGlyph(to, run, g, fixed.Point26_6{X: x + g.XOffset, Y: fixed.I(y) - g.YOffset})
			x += g.Advance
		}
	}
}

// traceGlyph adds the outline of a glyph with its origin at a point of the
// canvas.
func traceGlyph(to *vector.Rasterizer, run shaping.Output, g shaping.Glyph, at fixed.Point26_6) {
	outline, ok := run.Face.GlyphDataOutline(g.GlyphID)
	if !ok || len(outline.Segments) == 0 {
		return
	}
	scale := float32(run.Size) / 64 / float32(run.Face.Upem())
	x, y := float32(at.X)/64, float32(at.Y)/64
	place := func(q ot.SegmentPoint) (float32, float32) { return x + q.X*scale, y - q.Y*scale }
	for _, s := range outline.Segments {
		x0, y0 := place(s.Args[0])
		switch s.Op {
		case ot.SegmentOpMoveTo:
			to.ClosePath()
			to.MoveTo(x0, y0)
		case ot.SegmentOpLineTo:
			to.LineTo(x0, y0)
		case ot.SegmentOpQuadTo:
			x1, y1 := place(s.Args[1])
			to.QuadTo(x0, y0, x1, y1)
		case ot.SegmentOpCubeTo:
			x1, y1 := place(s.Args[1])
			x2, y2 := place(s.Args[2])
			to.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	to.ClosePath()
}

// shades is how many steps lie between the paper and each colour.
const shades = 20

// paletted gives the canvas in few colours: a third of the bytes, and no
// difference to the eye.
func (p *painter) paletted() *image.Paletted {
	palette := color.Palette{paper}
	for _, c := range []color.RGBA{ink, quiet, accent} {
		for i := 1; i <= shades; i++ {
			palette = append(palette, mixed(paper, c, i))
		}
	}
	out := image.NewPaletted(p.canvas.Bounds(), palette)
	known := map[color.RGBA]uint8{}
	for y := range Height {
		for x := range Width {
			c := p.canvas.RGBAAt(x, y)
			n, ok := known[c]
			if !ok {
				n = uint8(palette.Index(c))
				known[c] = n
			}
			out.Pix[y*out.Stride+x] = n
		}
	}
	return out
}

// mixed gives step i of the way from a to b.
func mixed(a, b color.RGBA, i int) color.RGBA {
	mix := func(x, y uint8) uint8 { return uint8((int(x)*(shades-i) + int(y)*i) / shades) }
	return color.RGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 0xff}
}
