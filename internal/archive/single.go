package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"mojaz/internal/publish"
	"mojaz/internal/wording"
)

// DefaultLimit is how large a single file may grow in bytes: what a phone opens
// and a mail server still takes.
const DefaultLimit = 25 << 20

// Single binds pages into one HTML file that holds all it needs, fonts, styles
// and scripts as well, and loads nothing. Each page is a section whose id is the
// page's path, and the one that the address points to is shown: so links, the
// history and the way back work as they do on the site, without a script. What
// would be larger than limit bytes, 0 for [DefaultLimit], comes in parts. The
// bytes depend on the volume alone, and end with their own hash, see [Check].
func Single(v Volume, limit int) ([]publish.File, error) {
	if limit <= 0 {
		limit = DefaultLimit
	}
	s := &single{Volume: v, limit: limit, say: vocabulary(v.Language)}
	if err := s.gather(); err != nil {
		return nil, wording.Errorf("%s.html: %w", v.Name, err)
	}
	s.parts = map[string]int{}
	for _, p := range s.Pages {
		s.parts[p.Path] = 1
	}
	parts, err := s.bind()
	if err == nil && s.part(parts) > 1 {
		parts, err = s.bind() // again, now that it is known which page is where
	}
	if err != nil {
		return nil, wording.Errorf("%s.html: %w", v.Name, err)
	}
	out := make([]publish.File, len(parts))
	for i, p := range parts {
		out[i] = publish.File{Path: s.name(i + 1), Bytes: seal(s.write(p, i+1, len(parts)))}
	}
	return out, nil
}

// single is a single file in the making.
type single struct {
	Volume
	limit int
	say   map[string]string

	dir         string
	style, icon string
	unscripted  string
	scripts     []script
	parts       map[string]int // the part that holds a page, from 1
	last        int            // the number of parts
	sized       []int          // of each page's section in bytes, once bound
}

// script is a script of a page, which stands in the file itself.
type script struct{ kind, text string }

// bound pages of one part.
type section struct {
	drawings, pages strings.Builder
	here            map[string]string // drawings that stand once for all pages, by the ids they hold
}

// part says which page is in which part, so that none grows over the limit but by
// one page alone, and gives the number of parts. The page that searches is in the
// first, with the index.
func (s *single) part(bound []*section) int {
	every := len(s.style) + len(s.icon) + bound[0].drawings.Len()
	if s.deal(s.limit-every) > 1 {
		for _, p := range s.Pages {
			every += len(p.Path) + len(`"",`) // each part lists the pages of all
		}
		s.deal(s.limit - every)
	}
	return s.last
}

// deal deals the pages out to parts with so much room.
func (s *single) deal(each int) int {
	room := each
	for _, sc := range s.scripts {
		room -= len(sc.text)
	}
	for i, p := range s.Pages {
		if p.Kind == searchKind {
			room -= s.sized[i]
			s.parts[p.Path] = 1
		}
	}
	s.last = 1
	held := 0
	for i, p := range s.Pages {
		if p.Kind == searchKind {
			continue
		}
		if room -= s.sized[i]; room < 0 && held > 0 {
			s.last++
			room, held = each-s.sized[i], 0
		}
		s.parts[p.Path] = s.last
		held++
	}
	return s.last
}

// searchKind is the kind of the page that searches.
const searchKind = "search"

// bind makes the sections of all pages, by parts.
func (s *single) bind() ([]*section, error) {
	out := make([]*section, max(1, s.last))
	for i := range out {
		out[i] = &section{here: map[string]string{}}
	}
	s.sized = s.sized[:0]
	for _, p := range s.Pages {
		to := out[s.parts[p.Path]-1]
		before := to.pages.Len()
		if err := s.section(to, p); err != nil {
			return nil, wording.Errorf("%s: %w", p.Path, err)
		}
		s.sized = append(s.sized, to.pages.Len()-before)
	}
	return out, nil
}

// name names a part; the first has the name that links lead to.
func (s *single) name(n int) string {
	if n == 1 {
		return s.Name + ".html"
	}
	return s.Name + "-" + strconv.Itoa(n) + ".html"
}

// write gives a part: its head, with a policy that allows what stands in it and
// nothing else, and its pages.
func (s *single) write(p *section, n, of int) []byte {
	scripts := s.scripts
	if n > 1 {
		scripts = scripts[len(scripts)-1:] // the search is in the first
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "<!doctype html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", text(s.Language), text(s.dir))
	fmt.Fprintf(&out, "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", policy([]string{s.style, s.unscripted}, scripts))
	out.WriteString("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1,minimum-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	fmt.Fprintf(&out, "<title>%s</title>\n%s<style>%s</style>\n<style id=\"unscripted\">%s</style>\n</head>\n<body>\n", text(s.title(n, of)), s.icon, s.style, s.unscripted)
	out.WriteString(p.drawings.String())
	out.WriteString("<main>\n")
	out.WriteString(p.pages.String())
	out.WriteString("</main>\n")
	s.others(&out, n, of)
	for _, sc := range scripts {
		fmt.Fprintf(&out, "<script%s>%s</script>\n", sc.kind, sc.text)
	}
	out.WriteString("</body>\n</html>\n")
	return out.Bytes()
}

func (s *single) title(n, of int) string {
	title := oneLine(s.Title, s.Name)
	if of > 1 {
		title += " · " + s.say["part"] + " " + strconv.Itoa(n) + "/" + strconv.Itoa(of)
	}
	return title
}

// others leads to the other parts, and tells the scripts which pages they hold: an
// address may come from a bookmark, or from what is found.
func (s *single) others(out *bytes.Buffer, n, of int) {
	if of == 1 {
		return
	}
	fmt.Fprintf(out, "<nav class=\"bar parts\" aria-label=\"%s\"><ul>", text(s.say["parts"]))
	for i := 1; i <= of; i++ {
		current := ""
		if i == n {
			current = ` aria-current="page"`
		}
		fmt.Fprintf(out, "<li><a href=\"%s\"%s>%s %d</a></li>", text(s.name(i)), current, text(s.say["part"]), i)
	}
	out.WriteString("</ul></nav>\n")
	elsewhere := map[string][]string{}
	for _, p := range s.Pages {
		if part := s.parts[p.Path]; part != n {
			file := s.way(n, part)
			elsewhere[file] = append(elsewhere[file], p.Path)
		}
	}
	table, err := json.Marshal(elsewhere) // sorted by key
	if err != nil {
		panic(err) // words always have a form
	}
	fmt.Fprintf(out, "<script type=\"application/json\" id=\"parts\">%s</script>\n", table)
}

// policy allows the styles and scripts that stand in the file, by their hashes,
// and fonts and pictures that do.
func policy(sheets []string, scripts []script) string {
	var allowed, looks strings.Builder
	for _, s := range sheets {
		looks.WriteString(" " + digest(s))
	}
	for _, s := range scripts {
		allowed.WriteString(" " + digest(s.text))
	}
	return "default-src 'none'; style-src" + looks.String() + "; script-src" + allowed.String() +
		"; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
}

// digest gives the hash of a text as a policy writes it.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
