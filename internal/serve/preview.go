package serve

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"time"

	"mojaz/internal/build"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// settle is how long nothing may change before an edit is followed into all that
// the program says: the affair is related anew then, which may write into files
// that a person has open, so it is not done between two keystrokes; and the
// archives are bound anew.
const settle = 1500 * time.Millisecond

// preview is a site that is built and served.
type preview struct {
	opt   Options
	start string // tells this run of the program from others

	mu      sync.Mutex
	builds  int           // sites published, which pages compare
	state   []byte        // the state as JSON, nil before the first build ended
	changed chan struct{} // closed when state becomes another
}

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
	return &preview{opt: opt, start: fmt.Sprintf("%x", time.Now().UnixNano()), changed: make(chan struct{})}
}

// loop builds at once, and again whenever something changes, until ctx ends.
func (p *preview) loop(ctx context.Context, changes <-chan change) {
	last := p.build(ctx, true)
	ended := time.Now()
	follow := time.NewTimer(settle)
	follow.Stop()
	for {
		whole := false
		select {
		case <-ctx.Done():
			return
		case <-follow.C:
			whole = true
		case c := <-changes:
			whole = c.whole
			// What a build itself wrote to content/ needs no following.
			own := last.Whole && last.Report.Content > 0 && time.Since(ended) < settle/3
			if !c.whole && !own {
				follow.Reset(settle)
			}
		}
		if whole {
			follow.Stop()
		}
		last, ended = p.build(ctx, whole), time.Now()
	}
}

// build builds once and tells the pages.
func (p *preview) build(ctx context.Context, whole bool) Outcome {
	opt := p.opt.Build
	opt.Text, opt.Site, opt.KeepArchives = whole, true, !whole
	began := time.Now()
	report, err := build.Run(ctx, opt)
	done := Outcome{Whole: whole, Report: report, Err: err, Took: time.Since(began)}
	if ctx.Err() != nil {
		return done
	}
	p.tell(done)
	if p.opt.Built != nil {
		p.opt.Built(done)
	}
	return done
}

// tell makes the state of what came of a build, and wakes the streams of
// events.
func (p *preview) tell(done Outcome) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if done.Err == nil && (p.builds == 0 || done.Report.Public.Written+done.Report.Public.Removed > 0) {
		p.builds++
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
