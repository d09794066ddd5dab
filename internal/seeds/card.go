package seeds

import (
	"slices"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/strictyaml"
	"mojaz/internal/wording"
)

// cardLimit is the size of the largest dossier.yaml.
const cardLimit = 64 << 10

// card is what dossier.yaml says.
type card struct {
	Title       string `yaml:"title"`
	Description string `yaml:"description"`
	Rights      string `yaml:"rights"`
}

// rights are the values of card.Rights.
var rights = []string{"full", "quote", "link"}

// card reads dossier.yaml into f. A card that is wrong costs itself: the
// dossier is then shown under its folder's name.
func (r *reader) card(name string, f *Folder) {
	b, ok := r.settings(name, cardLimit)
	if !ok {
		return
	}
	var c card
	for _, p := range strictyaml.Decode(name, b, &c) {
		p.Severity = corpus.Warning // a broken card breaks no promise of the site
		r.report(p)
	}
	f.Title = strings.Join(strings.Fields(c.Title), " ")
	f.Description = strings.TrimSpace(c.Description)
	if c.Rights != "" && !slices.Contains(rights, c.Rights) {
		r.wrongRights(name, b, c.Rights)
		return
	}
	f.Rights = c.Rights
}

func (r *reader) wrongRights(name string, src []byte, got string) {
	hint := wording.Of("one of %s", strings.Join(rights, ", "))
	if near := strictyaml.Nearest(got, rights); near != "" {
		hint = wording.Of("did you mean %q?", near)
	}
	p := corpus.Problem{Severity: corpus.Warning, Path: name, Message: wording.Of("unknown rights %q", got), Hint: hint}
	for i, line := range strings.Split(string(src), "\n") {
		if strings.HasPrefix(line, "rights") {
			p.Line, p.Excerpt = i+1, line
			break
		}
	}
	r.report(p)
}
