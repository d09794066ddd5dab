package site

import (
	"cmp"
	"html/template"
	"strconv"
	"strings"

	"mojaz/internal/corpus"
)

// Speaker is one who speaks in a briefing, with what is said.
type Speaker struct {
	ID string // of the element: "said-by-qys-al-mhmdawi"
	// Name is the fullest name of a named speaker, the words of the text for
	// any other, "" for the page's own voice.
	Name string
	// Kind is "named", "unnamed", "document" or "author", the page's own voice.
	Kind string
	Role string // title or office, "" if none
	// RelPermalink leads to the speaker's own page, else to the entry among the
	// names, "" if there is neither.
	RelPermalink string
	Statements   []Statement // at least one, in the order of the text
}

// Statement is something that somebody is reported to have said.
type Statement struct {
	ID      string        // "statement-3", counted through the briefing
	Verb    string        // the reporting word as it stands, "" if none
	Content template.HTML // the words, verbatim, without quotation marks
	// Cite leads to the paragraph that holds the words, nil if it is not known.
	Cite       *Cite
	ReportedBy string // the outlet or agency in between, "" if none is named
	// Mode is "direct", "indirect" or "mixed", "" in the page's own voice.
	Mode string
	// Polarity is "denies", "does_not_deny" or "does_not_rule_out", "" for what
	// is asserted.
	Polarity string
}

// voices groups statements by who speaks.
type voices struct {
	list []Speaker
	at   map[string]int // the place in list of a speaker with a name
	last int            // the place in list of who spoke last, -1 if nobody or the page
	own  []Statement    // of the page's own voice
}

// speakers groups the statements of b by who speaks, as they first speak, the
// page's own voice last. One name is one speaker; unnamed speakers are one only
// while nobody else speaks between, for «مصدر أمني» may be another the next time.
func (s *site) speakers(b *corpus.Briefing, x *index) []Speaker {
	v := voices{at: map[string]int{}, last: -1}
	for i, q := range b.Quotes {
		v.add(Speaker{
			ID: "said-" + strconv.Itoa(i+1), Name: shown(q.Speaker), Kind: string(q.Kind),
			Statements: []Statement{s.statement(i, q)},
		}, x.speaker(q))
	}
	if v.own != nil {
		v.list = append(v.list, Speaker{ID: "said-own", Kind: string(corpus.SpeakerAuthor), Statements: v.own})
	}
	return v.list
}

// add takes one who says one thing, and has entry e or none.
func (v *voices) add(who Speaker, e *entry) {
	if who.Kind == string(corpus.SpeakerAuthor) {
		v.own, v.last = append(v.own, who.Statements...), -1
		return
	}
	named := e != nil || who.Kind == string(corpus.SpeakerNamed)
	known := v.last >= 0 && v.list[v.last].Name == who.Name && v.list[v.last].Kind == who.Kind
	if named {
		v.last, known = v.at[who.Name]
	}
	if known {
		v.list[v.last].Statements = append(v.list[v.last].Statements, who.Statements...)
		return
	}
	v.last = len(v.list)
	if named {
		v.at[who.Name] = v.last
	}
	if e != nil {
		who.ID, who.Role, who.RelPermalink = speakerID(e), shown(e.Role), cmp.Or(e.page, "#"+e.id)
	}
	v.list = append(v.list, who)
}

// speakerID names the element of a speaker who has an entry: "said-by-anqra".
func speakerID(e *entry) string { return "said-by-" + strings.TrimPrefix(e.id, entryID) }

// statement shows statement i of a briefing, counted from zero.
func (s *site) statement(i int, q corpus.Quote) Statement {
	v := Statement{
		ID: "statement-" + strconv.Itoa(i+1), Verb: shown(q.Verb), Content: s.plain(q.Text),
		ReportedBy: shown(q.ReportedBy), Mode: string(q.Mode), Polarity: string(q.Polarity),
	}
	if q.Polarity == corpus.Asserts {
		v.Polarity = ""
	}
	if q.Kind == corpus.SpeakerAuthor {
		v.Mode = "" // nobody is quoted
	}
	if q.Cite != "" {
		c := s.cite("", q.Cite)
		v.Cite = &c
	}
	return v
}
