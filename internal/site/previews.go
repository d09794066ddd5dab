package site

import (
	"strings"

	"mojaz/internal/corpus"
)

// Preview is the words of the picture that other programs show when somebody
// shares a page's address.
type Preview struct {
	Path  string // of the picture, from the site's own folder
	Above string // outlet and date of a briefing, the day as of which a dossier tells
	Title string
	Below string // the dossier of a briefing, the site of a dossier
}

// previews lists the pictures of dossiers and briefings. There are none where
// the site's address is not known: a picture is found by its full address only.
func (s *site) previews() []Preview {
	if s.in.Config.base() == "" {
		return nil
	}
	var out []Preview
	for i := range s.in.Dossiers {
		d := &s.in.Dossiers[i]
		out = append(out, Preview{
			Path: picturePath(dossierPath(d.Overview.Dossier)), Above: s.day(s.register(d).asOf(s)).Text,
			Title: dossierTitle(d), Below: s.in.Config.Title,
		})
		for j := range d.Briefings {
			b := &d.Briefings[j]
			out = append(out, Preview{
				Path: picturePath(briefingPath(keyOf(b))), Above: s.byline(b), Title: shown(b.Title), Below: dossierTitle(d),
			})
		}
	}
	return out
}

// picturePath names the picture of the page at path.
func picturePath(path string) string { return strings.TrimSuffix(path, ".html") + ".png" }

// byline gives the outlet and the date of a briefing, as far as they are known.
func (s *site) byline(b *corpus.Briefing) string {
	var parts []string
	for _, p := range []string{shown(b.Publisher), s.day(b.Published).Text} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " · ")
}
