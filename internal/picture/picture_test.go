package picture

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

var shots = flag.String("shots", "", "folder to write the pictures to, to be looked at")

// cases are cards that have gone wrong in other programs.
var cases = map[string]Card{
	"plain":  {Above: "المسلة · ٢٧ تشرين الثاني/نوفمبر ٢٠٢٥", Title: "هل ينهي العراق مهمة التحالف الدولي دون خسارة الدعم الأمني؟", Below: "إنهاء مهمة التحالف"},
	"mixed":  {Above: "2025-08-31 12:43", Title: "صيانة طائرات F-16 (2026) و«ناتو» بنسبة 46.9 %", Below: "mojaz"},
	"long":   {Above: "قناة", Title: strings.Repeat("عنوان طويل جداً لا يسعه هذا الإطار مهما ضاقت الحروف، ", 9), Below: strings.Repeat("ملف ", 90)},
	"marks":  {Title: "ظلّت تشنُّ هجماتٍ متبادلةً شبهَ يوميّةٍ"},
	"nobody": {},
	"alien":  {Title: "汉字 \u202eعكس\u202c 😀 \ufffd"},
}

func TestPNG(t *testing.T) {
	for name, card := range cases {
		got, err := PNG(card)
		if err != nil {
			t.Fatalf("PNG(%s): %v", name, err)
		}
		again, _ := PNG(card)
		if !bytes.Equal(got, again) {
			t.Errorf("PNG(%s) differs from one call to the next", name)
		}
		img, err := png.Decode(bytes.NewReader(got))
		if err != nil {
			t.Fatalf("PNG(%s): %v", name, err)
		}
		if want := image.Rect(0, 0, Width, Height); img.Bounds() != want {
			t.Errorf("PNG(%s) is %v, want %v", name, img.Bounds(), want)
		}
		if len(got) > 60<<10 {
			t.Errorf("PNG(%s) has %d bytes, want at most 60 KiB", name, len(got))
		}
		if *shots != "" {
			if err := os.WriteFile(filepath.Join(*shots, name+".png"), got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Letters are joined: a word drawn whole has less ink than its letters drawn
// apart, whose ends stand out. And it stands on the right side of the picture.
func TestShaped(t *testing.T) {
	joined, apart := inkOf(t, "ببببببب"), inkOf(t, "ب ب ب ب ب ب ب")
	if joined.Dx() >= apart.Dx() {
		t.Errorf("joined letters are %d wide, letters apart %d", joined.Dx(), apart.Dx())
	}
	if joined.Max.X < Width-margin-largeSize || joined.Min.X < Width/2 {
		t.Errorf("the ink of a short word is %v, want it at the right margin", joined)
	}
	if long := inkOf(t, cases["long"].Title); long.Min.X < margin-largeSize/2 || long.Max.Y > Height-margin {
		t.Errorf("the ink of a long title is %v, want it inside the margins", long)
	}
}

// inkOf gives the bounds of what a title draws.
func inkOf(t *testing.T, title string) image.Rectangle {
	t.Helper()
	b, err := PNG(Card{Title: title})
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	var out image.Rectangle
	for y := range Height {
		for x := range Width - rule {
			if r, g, b, _ := img.At(x, y).RGBA(); r>>8 != uint32(paper.R) || g>>8 != uint32(paper.G) || b>>8 != uint32(paper.B) {
				out = out.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return out
}

func BenchmarkPNG(b *testing.B) {
	for b.Loop() {
		if _, err := PNG(cases["plain"]); err != nil {
			b.Fatal(err)
		}
	}
}

// Pictures are drawn side by side; the race detector watches.
func TestParallel(t *testing.T) {
	want, err := PNG(cases["mixed"])
	if err != nil {
		t.Fatal(err)
	}
	got := make([][]byte, 4)
	var all sync.WaitGroup
	for i := range got {
		all.Go(func() { got[i], _ = PNG(cases["mixed"]) })
	}
	all.Wait()
	for i := range got {
		if !bytes.Equal(got[i], want) {
			t.Errorf("picture %d drawn beside others differs", i)
		}
	}
}
