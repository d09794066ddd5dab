package extract

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"mojaz/internal/wording"
)

// pdfTool is the program that reads PDF files: of Poppler, which every system
// has a package of. It tells where on a page each word stands.
const pdfTool = "pdftotext"

const (
	// patience is how long the program may take over one file. It is no measure
	// of speed: a file of a thousand pages takes seconds.
	patience = 5 * time.Minute
	// maxLayout bounds what the program may say of one file, in bytes: some
	// hundred for each word.
	maxLayout = 128 << 20
)

// PDF gives the sheet of a PDF file with a text layer: its paragraphs joined
// across lines and pages, in logical order, without running heads and page
// numbers. It needs pdftotext, and says so where that is missing.
func PDF(b []byte) (Text, error) {
	layout, told, err := pdfLayout(b)
	if err != nil {
		return Text{}, err
	}
	s := &sheet{}
	pages := readLayout(layout, s)
	if len(pages) == 0 {
		return Text{}, errDamaged
	}
	setType(s, pages)
	text, err := s.text()
	if errors.Is(err, errEmpty) {
		err = &Refusal{"holds no text: its pages are pictures", "let a program read the letters first: ocrmypdf -l ara in.pdf out.pdf"}
	}
	switch {
	case err != nil:
	case strings.Contains(told, "ToUnicode"):
		text.Note = "may be wrong: a font in it is damaged where it says which letters it shows"
		text.Hint = anew
	case crumbled(s.body.String()):
		text.Note = "comes in pieces: its fonts draw dots apart from letters, and many words are torn"
		text.Hint = anew
	}
	return text, err
}

const anew = "take the text from another copy, or have its letters read anew: ocrmypdf --force-ocr -l ara in.pdf out.pdf"

// crumbled reports whether of the Arabic words one in fifteen is a single letter.
// In running text it is one in a hundred, nearly always the word for "and".
func crumbled(text string) bool {
	words, letters := 0, 0
	for w := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(w, isArabic) {
			words++
			letters += b2i(len(glyphs(w)) == 1 && w != string(waw))
		}
	}
	return 15*letters > words && letters > 5
}

// Tool names the program that reads PDF files and its version, or says that it
// is missing: the same bytes may read otherwise with another one.
func Tool() string {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	out, err := command(ctx, "-v").CombinedOutput()
	if err != nil {
		return pdfTool + " is missing"
	}
	first, _, _ := strings.Cut(string(out), "\n")
	return first
}

// command prepares a run of the program, whose words are then English.
func command(ctx context.Context, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, pdfTool, args...)
	c.Env = append(os.Environ(), "LC_ALL=C")
	c.WaitDelay = 10 * time.Second
	return c
}

// pdfLayout has the program say where each word stands. The file goes to its
// standard input, so that no name of a file is read as anything else. It gives
// also what the program complained of.
func pdfLayout(b []byte) (layout []byte, complaints string, err error) {
	if _, err := exec.LookPath(pdfTool); err != nil {
		return nil, "", &Refusal{wording.Of("cannot be read: the program %s is missing", pdfTool),
			"install it: apt-get install poppler-utils, brew install poppler, or the package of that name of your system; or save the text of the file in one of its own"}
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := command(ctx, "-bbox-layout", "-enc", "UTF-8", "-", "-")
	c.Stdin = bytes.NewReader(b)
	var told bytes.Buffer
	c.Stderr = &limited{to: &told, left: 64 << 10}
	var out bytes.Buffer
	c.Stdout = &limited{to: &out, left: maxLayout, full: cancel}
	err = c.Run()
	switch {
	case ctx.Err() != nil:
		return nil, "", &Refusal{"takes longer to read, or holds more, than any document", "cut it into several"}
	case err != nil:
		return nil, "", pdfRefusal(err, told.String())
	}
	return out.Bytes(), told.String(), nil
}

// pdfRefusal says why the program gave up. Its exit code 3 is about permissions.
func pdfRefusal(err error, told string) error {
	var exit *exec.ExitError
	switch {
	case strings.Contains(told, "Incorrect password"):
		return errLocked
	case strings.Contains(told, "Usage: "): // it does not know what it is asked for
		return &Refusal{wording.Of("cannot be read: the program %s that is here is not that of Poppler, or too old", pdfTool), "install the package poppler-utils, or poppler"}
	case errors.As(err, &exit) && exit.ExitCode() == 3:
		return errForbidden
	case errors.As(err, &exit):
		return errDamaged
	}
	return &Refusal{wording.Of("cannot be read: %s does not run: %v", pdfTool, err), ""}
}

// limited is a writer that takes so many bytes. More end it with an error if full
// is set, which is then called, and are dropped if it is not.
type limited struct {
	to   io.Writer
	left int
	full func()
}

func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.left -= n
	if _, err := l.to.Write(p[:n]); err != nil {
		return 0, err
	}
	if n < len(p) && l.full != nil {
		l.full()
		return n, io.ErrShortWrite
	}
	return len(p), nil
}
