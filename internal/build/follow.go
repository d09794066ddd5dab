package build

import (
	"cmp"
	"context"
	"io"
	"maps"
	"math"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/markdown"
	"mojaz/internal/seeds"
	"mojaz/internal/wording"
)

// A briefing is named after the file of its source. Where that file was renamed,
// or makes way for a newer version of the document under another name, the
// briefing goes along with all that editors changed in it, before anything else
// is done with content/: it and its base get the new name, and so do the links
// to it in all files of the dossier and their bases. An edit then is as much of
// an edit as before.

// trail is what is known of the sources of one dossier: before, from the bases
// of its briefings, and now.
type trail struct {
	dossier string
	was     map[corpus.DocID]string // hashes of bytes, by the ids of bases
	now     map[corpus.DocID]*corpus.Document
	moves   map[corpus.DocID]move
	came    map[corpus.DocID]bool // ids to which one moves
}

// move is where a briefing goes. share is how much of the text of the old source
// and the new one is the same; 1 if their bytes are.
type move struct {
	to    corpus.DocID
	share float64
}

// follow lets briefings follow their sources.
func (r *run) follow(ctx context.Context, read reading) error {
	j := journal{dir: r.opt.Content}
	if err := j.resume(); err != nil {
		return wording.Errorf("%s: %w", r.opt.Content, err)
	}
	trails, err := r.trails(ctx, read)
	if err != nil {
		return wording.Errorf("%s: %w", r.opt.Content, err)
	}
	for _, t := range trails {
		changes, err := t.carry(r.opt.Content)
		if err == nil {
			err = j.apply(changes)
		}
		if err != nil {
			return wording.Errorf("%s: %w", r.opt.Content, err)
		}
		r.note(t.report(changes))
		r.unsettled = true // the next build has nothing to tell of it
	}
	return nil
}

// followAside does the same to a copy of content/, for a check, which writes
// nothing of its own; clean removes the copy.
func (r *run) followAside(ctx context.Context, read reading) (clean func(), err error) {
	clean = func() {}
	trails, err := r.trails(ctx, read)
	if err != nil || len(trails) == 0 {
		return clean, err
	}
	dir, err := os.MkdirTemp("", "mojaz-check-")
	if err != nil {
		return clean, err
	}
	clean = func() { _ = os.RemoveAll(dir) }
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(r.opt.Content)); err != nil {
		return clean, err
	}
	r.opt.Content = filepath.Join(dir, "content")
	return clean, r.follow(ctx, read)
}

// trails finds the dossiers in which briefings have to move.
func (r *run) trails(ctx context.Context, read reading) ([]*trail, error) {
	all := make([]*trail, len(read.folders))
	for i, f := range read.folders {
		var err error
		if all[i], err = findTrail(ctx, r.opt.Content, f); err != nil {
			return nil, err
		}
	}
	at := map[string]*trail{}
	for _, t := range all {
		at[t.dossier] = t
	}
	for i := range read.documents {
		d := &read.documents[i]
		at[d.Dossier].now[d.ID] = d
	}
	for _, t := range all {
		t.byHash()
		if err := t.byWords(r.opt.Content); err != nil {
			return nil, err
		}
		t.yield(r.opt.Content)
	}
	return slices.DeleteFunc(all, func(t *trail) bool { return len(t.moves) == 0 }), nil
}

// findTrail reads what the bases of a dossier's briefings were written of.
func findTrail(ctx context.Context, content string, f seeds.Folder) (*trail, error) {
	t := &trail{
		dossier: f.Name, was: map[corpus.DocID]string{}, now: map[corpus.DocID]*corpus.Document{},
		moves: map[corpus.DocID]move{}, came: map[corpus.DocID]bool{},
	}
	dir := filepath.Join(content, generated, filepath.FromSlash(f.Name), "briefings")
	entries, err := os.ReadDir(dir)
	if err != nil {
		return t, nil // nothing was written yet
	}
	sums := make([]string, len(entries))
	err = parallel(ctx, len(entries), func(i int) (err error) {
		if path.Ext(entries[i].Name()) == ".md" && entries[i].Type().IsRegular() {
			sums[i], err = baseHash(filepath.Join(dir, entries[i].Name()))
		}
		return err
	})
	for i, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), ".md"); ok {
			t.was[corpus.DocID(id)] = sums[i]
		}
	}
	return t, err
}

// baseHash reads the hash of the source from the beginning of a base.
func baseHash(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 4<<10))
	return markdown.SourceHash(head), err
}

// stays reports whether a briefing is still that of the source of its name.
func (t *trail) stays(id corpus.DocID) bool {
	d := t.now[id]
	return d != nil && d.SHA256 == t.was[id]
}

// byHash follows the sources that have other names now, by their bytes.
func (t *trail) byHash() {
	by := map[string][]corpus.DocID{}
	for _, id := range slices.Sorted(maps.Keys(t.now)) {
		if t.was[id] != t.now[id].SHA256 {
			by[t.now[id].SHA256] = append(by[t.now[id].SHA256], id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(t.was)) {
		if sum := t.was[id]; sum != "" && !t.stays(id) && len(by[sum]) > 0 {
			t.set(id, by[sum][0], 1)
			by[sum] = by[sum][1:]
		}
	}
}

func (t *trail) set(from, to corpus.DocID, share float64) {
	t.moves[from], t.came[to] = move{to, share}, true
}

// byWords follows the sources that are gone to those that are new and say nearly
// the same: the best pairs first.
func (t *trail) byWords(content string) error {
	gone, fresh := t.gone(), t.fresh()
	if len(gone) == 0 || len(fresh) == 0 {
		return nil
	}
	f := finder{by: map[uint64][]int{}}
	for _, id := range fresh {
		f.add(shingles(words(*t.now[id])))
	}
	type pair struct {
		from, to corpus.DocID
		share    float64
	}
	var pairs []pair
	for _, id := range gone {
		b, err := os.ReadFile(filepath.Join(content, generated, filepath.FromSlash(briefingFile(t.dossier, id))))
		if err != nil {
			return err
		}
		for i, share := range f.like(shingles(toldWords(b))) {
			pairs = append(pairs, pair{id, fresh[i], share})
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(-cmp.Compare(a.share, b.share), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	for _, p := range pairs {
		if _, moved := t.moves[p.from]; !moved && !t.came[p.to] {
			t.set(p.from, p.to, p.share)
		}
	}
	return nil
}

// gone lists the briefings whose sources are not there: no file has their name,
// or it holds what another briefing follows.
func (t *trail) gone() (out []corpus.DocID) {
	for _, id := range slices.Sorted(maps.Keys(t.was)) {
		if _, moved := t.moves[id]; !moved && (t.now[id] == nil || t.came[id]) {
			out = append(out, id)
		}
	}
	return out
}

// fresh lists the sources of which nothing was written.
func (t *trail) fresh() (out []corpus.DocID) {
	for _, id := range slices.Sorted(maps.Keys(t.now)) {
		_, known := t.was[id]
		_, left := t.moves[id]
		if !t.came[id] && (!known || left) {
			out = append(out, id)
		}
	}
	return out
}

// yield gives up moves to names at which a file lies that the program did not
// write.
func (t *trail) yield(content string) {
	for _, id := range slices.Sorted(maps.Keys(t.moves)) {
		to := t.moves[id].to
		_, known := t.was[to]
		if _, err := os.Lstat(filepath.Join(content, filepath.FromSlash(briefingFile(t.dossier, to)))); err == nil && !known {
			delete(t.moves, id)
			delete(t.came, to)
		}
	}
}

// displaced lists the briefings whose names others take, and whose sources are
// gone.
func (t *trail) displaced() (out []corpus.DocID) {
	for _, id := range t.gone() {
		if t.came[id] {
			out = append(out, id)
		}
	}
	return out
}

// report tells of the moves.
func (t *trail) report(changes []change) []corpus.Problem {
	var out []corpus.Problem
	for _, id := range slices.Sorted(maps.Keys(t.moves)) {
		m := t.moves[id]
		p := corpus.Problem{
			Severity: corpus.Note, Path: path.Join("content", briefingFile(t.dossier, m.to)),
			Message: wording.Of("came along with its source, which was renamed: it was %s.md before", string(id)),
			Hint:    "nothing to do; edits and links came along, too",
		}
		if m.share < 1 {
			p.Severity = corpus.Warning
			p.Message = wording.Of("came along with its source, of which there is another version: it was %s.md before, and %d %% of the words are the same", string(id), int(math.Floor(m.share*100)))
			p.Hint = "look whether your edits still fit"
		}
		out = append(out, p)
	}
	for _, c := range changes {
		if strings.HasSuffix(c.Path, keptEnding) {
			out = append(out, corpus.Problem{
				Severity: corpus.Warning, Path: path.Join("content", c.Path),
				Message: "the source of this briefing is gone, and another one has its name; it was edited by hand and is kept",
				Hint:    "copy what you need of it, then delete it",
			})
		}
	}
	return out
}
