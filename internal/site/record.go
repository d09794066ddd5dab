package site

import (
	"bytes"
	"encoding/json"

	"mojaz/internal/corpus"
)

// File is a file of the site that is no page.
type File struct {
	Path  string // from the site's own folder
	Bytes []byte
}

// record is data/<dossier>/dossier.json. Its field names are stable: they are
// only ever added to. Addresses lead from the site's own folder.
type record struct {
	Dossier   string           `json:"dossier"` // the folder below content/
	Title     string           `json:"title"`
	AsOf      string           `json:"asOf,omitempty"` // EDTF
	URL       string           `json:"url"`
	Sources   []sourceRecord   `json:"sources"`
	Points    []pointRecord    `json:"points"`
	Phases    []phaseRecord    `json:"phases"`
	Relations []relationRecord `json:"relations"`
	Entities  []entityRecord   `json:"entities"`
}

type sourceRecord struct {
	ID                string `json:"id"`
	Title             string `json:"title"`
	Publisher         string `json:"publisher,omitempty"`
	Author            string `json:"author,omitempty"`
	Published         string `json:"published,omitempty"` // EDTF
	PublishedInferred bool   `json:"publishedInferred,omitempty"`
	Source            string `json:"source"` // the file: "seeds/…"
	URL               string `json:"url"`
}

// passageRecord is a passage with its place: Start and End count Unicode code
// points of the decoded source from zero, as in annotations.jsonl, and are left
// out where the words cannot be placed.
type passageRecord struct {
	Doc       string `json:"doc"`
	Paragraph string `json:"paragraph"`
	Text      string `json:"text"`
	Source    string `json:"source,omitempty"`
	Start     *int   `json:"start,omitempty"`
	End       *int   `json:"end,omitempty"`
	URL       string `json:"url"`
}

type pointRecord struct {
	Kind    corpus.PointKind `json:"kind"`
	At      passageRecord    `json:"at"`
	Support []passageRecord  `json:"support,omitempty"`
	Against []passageRecord  `json:"against,omitempty"`
	Phase   string           `json:"phase,omitempty"` // id of a phase
}

type phaseRecord struct {
	ID            string           `json:"id"`
	Label         string           `json:"label"`
	Start         string           `json:"start,omitempty"` // EDTF
	End           string           `json:"end,omitempty"`   // EDTF
	StartInferred bool             `json:"startInferred,omitempty"`
	EndInferred   bool             `json:"endInferred,omitempty"`
	Kind          corpus.PhaseKind `json:"kind"`
	Pinned        bool             `json:"pinned,omitempty"`
	Evidence      []standRecord    `json:"evidence"`
	Disputes      []disputeRecord  `json:"disputes,omitempty"`
	URL           string           `json:"url"`
}

type standRecord struct {
	At      passageRecord `json:"at"`
	Status  corpus.Status `json:"status,omitempty"`
	When    string        `json:"when,omitempty"` // EDTF
	Speaker string        `json:"speaker,omitempty"`
}

type disputeRecord struct {
	About corpus.DisputeKind `json:"about"`
	Sides []sideRecord       `json:"sides"`
}

type sideRecord struct {
	At    passageRecord `json:"at"`
	Value string        `json:"value"` // EDTF, a status, or words
}

type relationRecord struct {
	ID       string              `json:"id"`
	Relation corpus.RelationKind `json:"relation"`
	About    string              `json:"about,omitempty"`
	Rule     string              `json:"rule,omitempty"`
	A        passageRecord       `json:"a"` // the later one; of an update, the one that updates
	B        passageRecord       `json:"b"`
	URL      string              `json:"url"`
}

type entityRecord struct {
	ID        string            `json:"id"` // as Mention.entity in annotations.jsonl
	Name      string            `json:"name"`
	Type      corpus.EntityType `json:"type"`
	Aliases   []string          `json:"aliases,omitempty"`
	Roles     []roleRecord      `json:"roles,omitempty"`
	Line      *passageRecord    `json:"line,omitempty"`
	Mentions  int               `json:"mentions"`
	Briefings []string          `json:"briefings,omitempty"` // ids of the sources that name it
	URL       string            `json:"url"`
}

type roleRecord struct {
	Role  string        `json:"role"`
	First string        `json:"first,omitempty"` // EDTF: publication of the first source that gives it
	Last  string        `json:"last,omitempty"`
	At    passageRecord `json:"at"`
}

// records gives data/<dossier>/dossier.json for each dossier: its sources, key
// points, phases, relations and entities, each with the passages it rests on.
// docs/templates.md says what stands in it. Passages whose words are not there are
// left out with what rests on them.
func (s *site) records() []File {
	var out []File
	for i := range s.in.Dossiers {
		d := &s.in.Dossiers[i]
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		// Encoding fails only for values that these structs cannot hold.
		_ = enc.Encode(newRecorder(s, d).record())
		out = append(out, File{recordPath(d.Overview.Dossier), b.Bytes()})
	}
	return out
}
