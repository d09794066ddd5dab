package site

import (
	"html/template"
	"strconv"

	"mojaz/internal/corpus"
)

// Dossier is the page of one affair.
type Dossier struct {
	Base
	Summary string // its description, "" if it has none
	// State is the state of affairs in one sentence, nil if the summary has none.
	State *KeyPoint
	// News is what the latest briefings changed, nil if that is nothing.
	News *News
	// Map is the map of its phases, nil if it has none.
	Map           *PhaseMap
	Points        []KeyPoint
	Disagreements []Disagreement // the gravest, few
	// Agreement leads to all relations and counts those of each kind; it is empty
	// if there is none.
	Agreement     []KindLink
	People        []EntityCard // those that most briefings name
	Organisations []EntityCard // likewise
	Entities      *Link        // to all that it names, nil if there is no such page
	Named         Number       // how many entities it has
	// Pages is its briefings, the earliest first; of many the latest forty, and
	// All leads to the others.
	Pages       []BriefingCard
	All         *Link
	Briefings   Number // how many
	Outlets     Number // how many publishers are named
	Counts      Counts // what its briefings hold
	AsOf        Day    // the latest publication, or the day configured
	First, Last Day    // the earliest and the latest publication
	// Strip draws when the briefings were published; nil if fewer than two have
	// a date.
	Strip    *Strip
	Sections []Section // what an editor added
	Archives []Link    // to the archives of the dossier: Key is the form
}

// Section is a part that an editor added to a dossier or a briefing.
type Section struct {
	ID      string // "section-1"
	Title   string
	Content template.HTML
}

func (s *site) dossier(d *corpus.Dossier) *Dossier {
	path := dossierPath(d.Overview.Dossier)
	v := &Dossier{
		Base:    s.base("dossier", path, d),
		Summary: shown(d.Overview.Description), Briefings: s.number(len(d.Briefings)),
		Counts: s.counts(d), AsOf: s.day(s.register(d).asOf(s)), Sections: s.sections(d.Overview.Sections),
	}
	v.Title, v.Description = dossierTitle(d), shown(d.Overview.Description)
	v.Picture, v.Structured = s.picture(path), s.collectionData(d)
	v.First, v.Last = s.reach(d)
	v.Archives = s.archives(path, Folder(d.Overview.Dossier), "html", "epub", Annotated)
	outlets := map[string]bool{}
	for i := range d.Briefings {
		b := &d.Briefings[i]
		v.Pages = append(v.Pages, s.card(path, d, b))
		if b.Publisher != "" {
			outlets[b.Publisher] = true
		}
	}
	v.Outlets = s.number(len(outlets))
	v.Strip = s.strip(v.Pages)
	if n := len(v.Pages) - briefingsShown; n > 0 {
		v.Pages, v.All = v.Pages[n:], &Link{RelPermalink: link(path, briefingsPath(d.Overview.Dossier))}
	}
	s.fillRelated(v, s.register(d))
	return v
}

// fillRelated sets what the briefings of a dossier say together.
func (s *site) fillRelated(v *Dossier, r *register) {
	v.State, v.Points, v.Disagreements = s.points(v.Path, r)
	if v.Description == "" && v.State != nil {
		v.Description = plainOf(r.Overview.Points)
	}
	v.Map, v.News = s.phaseMap(v.Path, r, mapRows), s.latest(v.Path, r)
	if r.ledger.size() > 0 {
		v.Agreement = s.kinds(r, v.Path, "none")
	}
	v.People = s.leadingCards(v.Path, r, corpus.TypePerson)
	v.Organisations = s.leadingCards(v.Path, r, corpus.TypeOrganisation)
	v.Named = s.number(len(r.cast.people))
	if v.Named.Count > 0 {
		v.Entities = &Link{RelPermalink: link(v.Path, entitiesPath(r.Overview.Dossier))}
	}
}

// plainOf gives the words of the state of affairs.
func plainOf(points []corpus.KeyPoint[corpus.Passage]) string {
	for _, p := range points {
		if p.Kind == corpus.PointState {
			return shown(p.At.Text)
		}
	}
	return ""
}

func (s *site) sections(in []corpus.Section) []Section {
	var out []Section
	for i, sec := range in {
		v := Section{ID: "section-" + strconv.Itoa(i+1), Title: shown(sec.Title)}
		if s.in.HTML != nil {
			v.Content = template.HTML(s.in.HTML(sec.Markdown))
		} else {
			v.Content = "<pre>" + s.plain(sec.Markdown) + "</pre>"
		}
		out = append(out, v)
	}
	return out
}
