package archive

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"mojaz/internal/publish"
)

// pictureTypes are the types of the pictures and fonts that stand in the file, by
// their endings.
var pictureTypes = map[string]string{
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp",
	".woff2": "font/woff2", ".woff": "font/woff",
}

// dataURL gives a file of the site as an address that holds it, "" if there is
// no such file.
func (v *Volume) dataURL(name string) string {
	kind, b := pictureTypes[path.Ext(name)], v.file(name)
	if kind == "" || b == nil {
		return ""
	}
	return "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(b)
}

// mainSelector finds the element main in selectors: "main>section", "main{".
// Pages of a single file have a part of that class in its place.
var mainSelector = regexp.MustCompile(`(^|[\s,{}>+~(])main([\s,{:.>+~\[)])`)

// idSelector finds an id in a style sheet, and with it what is none: a colour, or
// what a drawing is painted with.
var idSelector = regexp.MustCompile(`(?:url\(\s*["']?)?#[A-Za-z_][\w-]*`)

// byEnd lets selectors find the ids of pages, which in the file come after the
// paths of the pages: "#axis" becomes [id$="/axis"].
func byEnd(css string, ids map[string]bool) string {
	return idSelector.ReplaceAllStringFunc(css, func(m string) string {
		id := strings.TrimPrefix(m, "#")
		if id == m || !ids[id] || strings.Trim(id, "0123456789abcdefABCDEF") == "" {
			return m
		}
		return `[id$="/` + id + `"]`
	})
}

// gather reads what the heads of pages load: style sheets, the icon, scripts.
func (s *single) gather() error {
	s.Pages = slices.DeleteFunc(slices.Clone(s.Pages), func(p Page) bool { return p.Kind == searchKind && len(s.Index) == 0 })
	seen, ids := map[string]bool{}, map[string]bool{}
	var sheets strings.Builder
	for _, p := range s.Pages {
		l, err := read(p)
		if err != nil {
			return err
		}
		s.dir = cmp.Or(s.dir, l.dir)
		for id := range l.ids {
			ids[id] = true
		}
		for _, link := range find(l.body.Parent, named("link", "script")) {
			s.load(p, link, seen, &sheets)
		}
	}
	own, err := publish.Minify("single.css", s.Style)
	if err != nil {
		return err
	}
	bare, err := publish.Minify("unscripted.css", s.Unscripted)
	if err != nil {
		return err
	}
	s.style, s.unscripted = styleText(byEnd(sheets.String(), ids)+string(own)), styleText(string(bare))
	if s.scripts != nil {
		s.scripts = append(s.scripts, script{})
		copy(s.scripts[1:], s.scripts)
		s.scripts[0] = script{text: s.index()}
	}
	small, err := publish.Minify("single.js", s.Script)
	if err != nil {
		return err
	}
	s.scripts = append(s.scripts, script{text: scriptText(small)})
	return nil
}

// styleText gives a style sheet so that it may stand in a page.
func styleText(css string) string { return strings.ReplaceAll(css, "</style", `<\/style`) }

// load takes in what one element of a head loads, once.
func (s *single) load(p Page, n *html.Node, seen map[string]bool, sheets *strings.Builder) {
	from := resolve(p.Path, attr(n, "href")+attr(n, "src")).path
	b := s.file(from)
	if b == nil || seen[from] {
		return
	}
	switch {
	case n.Data == "script" && len(s.Index) > 0:
		kind := ""
		if attr(n, "type") == "module" {
			kind = ` type="module"`
		}
		s.scripts = append(s.scripts, script{kind, scriptText(b)})
	case attr(n, "rel") == "stylesheet":
		css := mainSelector.ReplaceAllString(string(b), "$1.main$2")
		sheets.WriteString(reload(css, func(a string) string {
			if strings.HasPrefix(a, "data:") || strings.HasPrefix(a, "#") {
				return a
			}
			return s.dataURL(resolve(from, a).path)
		}))
	case attr(n, "rel") == "icon":
		s.icon = `<link rel="icon" href="` + s.dataURL(from) + "\">\n"
	default:
		return
	}
	seen[from] = true
}

// index joins the scripts of the search index.
func (s *single) index() string {
	var b strings.Builder
	for _, f := range s.Index {
		b.WriteString(scriptText(f.Bytes) + ";\n")
	}
	return b.String()
}

// scriptText gives a script so that it may stand in a page: nothing in it ends
// the element, and it has no control characters, which pages may not have. The
// words and the characters that would can only stand in a string or a comment.
func scriptText(b []byte) string {
	text := strings.NewReplacer("</script", `<\/script`, "<!--", `<\!--`).Replace(strings.TrimSpace(string(b)))
	return control.ReplaceAllStringFunc(text, func(c string) string { return fmt.Sprintf(`\u%04x`, c[0]) })
}

// control finds the control characters that are no blanks.
var control = regexp.MustCompile(`[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]`)
