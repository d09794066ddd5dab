package serve

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"
	"time"

	"mojaz/internal/build"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// settle is how long nothing may change before the whole site is built: the affair
// is related anew then, which may write into files that a person has open, so it
// is not done between two keystrokes; and archives are bound anew.
const settle = 1500 * time.Millisecond

// preview is a site that is built and served.
type preview struct {
	opt   Options
	site  *build.Preview
	start string // tells this run of the program from others

	wanted  chan bool // asks for a whole build
	mu      sync.Mutex
	builds  int             // sites shown, which pages compare
	served  map[string]seen // the pages of this version, as they were sent
	state   []byte          // the state as JSON, nil before the first build ended
	changed chan struct{}   // closed when state becomes another
	whole   chan struct{}   // closed when the next whole build has ended
	waiting int             // requests that wait for it
}

// seen tells a page from another, zero where there was none.
type seen [sha256.Size]byte

// state is what a page is told.
type state struct {
	Version  string    `json:"version"` // of the site; a page of another one reloads
	Failed   bool      `json:"failed"`  // the site is older than what it is made of
	Problems []problem `json:"problems"`
	More     int       `json:"more"` // problems that are left out

	// What the page says above and below the problems, and in which language.
	Language string `json:"language"`
	Summary  string `json:"summary"`
	Rest     string `json:"rest"`
}

// problem is a problem as a page shows it.
type problem struct {
	Severity string `json:"severity"`
	Label    string `json:"label"` // the severity in words
	Place    string `json:"place"` // "content/x.md:3:1", "" if it is nowhere
	Message  string `json:"message"`
	Hint     string `json:"hint"`
	Excerpt  string `json:"excerpt"`
}

// maxProblems is how many problems a page shows.
const maxProblems = 50

func newPreview(opt Options) *preview {
	if opt.Place == nil {
		opt.Place = func(p string) string { return p }
	}
	return &preview{
		opt: opt, site: build.NewPreview(opt.Build), start: fmt.Sprintf("%x", time.Now().UnixNano()),
		wanted: make(chan bool, 1), served: map[string]seen{}, changed: make(chan struct{}), whole: make(chan struct{}),
	}
}

// tell makes the state of what came of a build, and wakes the streams of
// events.
func (p *preview) tell(done Outcome) {
	differs := done.Whole && done.Err == nil && p.differs()
	p.mu.Lock()
	defer p.mu.Unlock()
	if done.Err == nil && (!done.Whole || p.builds == 0 || differs) {
		p.builds++
		clear(p.served)
	}
	s := state{Version: p.version(), Failed: done.Err != nil, Problems: []problem{}}
	all := slices.Clone(done.Report.Problems)
	if done.Err != nil {
		all = append(all, build.Trouble(done.Err)...)
	}
	slices.SortStableFunc(all, func(a, b corpus.Problem) int { return int(b.Severity - a.Severity) })
	for _, q := range all {
		switch {
		case q.Severity == corpus.Note:
		case len(s.Problems) == maxProblems:
			s.More++
		default:
			s.Problems = append(s.Problems, p.shown(q))
		}
	}
	p.say(&s)
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // strings can always be written
	}
	p.state = b
	close(p.changed)
	p.changed = make(chan struct{})
}

// say puts the words of a page into a state.
func (p *preview) say(s *state) {
	s.Language = cmp.Or(p.opt.Language, "en")
	count := wording.Count(len(s.Problems)+s.More, "%d problem", "%d problems")
	s.Summary = p.opt.Voice.Say(count)
	if s.Failed {
		s.Summary = p.opt.Voice.Say(wording.Of("Not rebuilt; this is the last good site. %s", count))
	}
	s.Rest = p.opt.Voice.Say(wording.Of("and %d more", s.More))
}

// version names the site as it is now; p.mu is held.
func (p *preview) version() string { return fmt.Sprintf("%s-%d", p.start, p.builds) }

// shown gives a problem as a page shows it.
func (p *preview) shown(q corpus.Problem) problem {
	out := problem{Severity: q.Severity.String(), Label: p.opt.Voice.Say(q.Severity.Wording()), Message: p.opt.Voice.Say(q.Message), Hint: p.opt.Voice.Say(q.Hint), Excerpt: q.Excerpt}
	if q.Path != "" {
		out.Place = p.opt.Place(q.Path)
		if q.Line > 0 {
			out.Place += fmt.Sprintf(":%d", q.Line)
			if q.Col > 0 {
				out.Place += fmt.Sprintf(":%d", q.Col)
			}
		}
	}
	return out
}

// now gives the version, the state, and the channel that closes when there is
// another one.
func (p *preview) now() (version string, state []byte, changed <-chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.version(), p.state, p.changed
}

// sent notes a page as it was sent, nil if there was none.
func (p *preview) sent(version, name string, page []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if version != p.version() {
		return // it will be asked for again
	}
	p.served[name] = seen{}
	if page != nil {
		p.served[name] = sha256.Sum256(page)
	}
}

// differs reports whether a page that was sent is another one in public/.
func (p *preview) differs() bool {
	p.mu.Lock()
	served := maps.Clone(p.served)
	p.mu.Unlock()
	for name, was := range served {
		var now seen
		if f, _ := p.open(name); f != nil {
			b, err := io.ReadAll(f)
			f.Close()
			if err == nil {
				now = sha256.Sum256(b)
			}
		}
		if now != was {
			return true
		}
	}
	return false
}

// await waits for the end of a whole build, which it asks for.
func (p *preview) await(ctx context.Context) {
	p.mu.Lock()
	p.waiting++
	end := p.whole
	p.mu.Unlock()
	select {
	case p.wanted <- true:
	default: // somebody else has asked
	}
	select {
	case <-end:
	case <-ctx.Done():
	}
	p.mu.Lock()
	p.waiting--
	p.mu.Unlock()
}

// awaited reports whether somebody waits for a whole build.
func (p *preview) awaited() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.waiting > 0
}

// ended lets those go who wait for a whole build.
func (p *preview) ended() {
	p.mu.Lock()
	defer p.mu.Unlock()
	close(p.whole)
	p.whole = make(chan struct{})
}
