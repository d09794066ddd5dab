package build

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/markdown"
	"mojaz/internal/merge"
	"mojaz/internal/wording"
)

// doubt is an edit that rests on a passage which is not any more what it was
// when the editor wrote: it needs review.
type doubt struct {
	file    string // of the edit, below content/
	edit    string // the first line that the editor wrote there
	passage cite
	was     string // the words that changed, as they were
	now     string // as they are; "" when the passage is gone
	id      string // of the edit and of what the passage was
	ticked  bool   // the editor has confirmed it
	listed  bool   // an earlier build has listed it
}

// reviewer looks through the edits of one content folder.
type reviewer struct {
	*contentWriter
	before  standing          // to tell edited files without reading them, or nil
	fresh   map[string][]byte // files as the program writes them now
	told    map[version]map[string]string
	listing map[string]map[string]doubt // of each dossier, by id, as it lies there
}

// version is a file as the program wrote it last, or writes it now.
type version struct {
	file string
	last bool
}

// newReviewer makes a reviewer for the files that the program writes now.
func (r *run) newReviewer(w *contentWriter, files []contentFile) *reviewer {
	v := &reviewer{contentWriter: w, before: r.before, fresh: map[string][]byte{},
		told: map[version]map[string]string{}, listing: map[string]map[string]doubt{}}
	for _, f := range files {
		v.fresh[f.path] = f.bytes
	}
	return v
}

// review lists the edits that files, once written, leave in doubt, before they are
// written: a build that is killed in between finds the same again. It gives how
// many lists it changed, too.
func (r *run) review(files []contentFile) (doubts []doubt, changed int, err error) {
	w := &contentWriter{dir: r.opt.Content}
	v := r.newReviewer(w, files)
	if doubts, err = v.doubts(files); err != nil {
		return nil, 0, wording.Errorf("%s: %w", r.opt.Content, err)
	}
	for _, dossier := range slices.Sorted(maps.Keys(v.listing)) {
		own := slices.DeleteFunc(slices.Clone(doubts), func(d doubt) bool { return !strings.HasPrefix(d.file, dossier+"/") })
		wrote, err := w.writeListing(dossier, own)
		if err != nil {
			return nil, 0, wording.Errorf("%s: %w", r.opt.Content, err)
		}
		if wrote {
			changed++
		}
	}
	for i := range doubts {
		doubts[i].listed = true
	}
	return doubts, changed, nil
}

// reportDoubts reports the edits that need review, at their lines in the files as
// they lie there, and how many lists of them were changed.
func (r *run) reportDoubts(doubts []doubt, lists int) error {
	r.report.Content, r.unsettled = r.report.Content+lists, r.unsettled || lists > 0
	for _, d := range doubts {
		text, _, err := readIfThere(filepath.Join(r.opt.Content, filepath.FromSlash(d.file)))
		if err != nil {
			return wording.Errorf("%s: %w", r.opt.Content, err)
		}
		if !d.ticked {
			r.report.Problems = append(r.report.Problems, d.problem(string(text)))
		}
	}
	return nil
}

// doubts gives all edits that need review, by file and passage: those that rest
// on a passage which changes with this build, and those that earlier ones listed
// and nobody has confirmed. It must be asked before the files are written.
func (v *reviewer) doubts(files []contentFile) ([]doubt, error) {
	var out []doubt
	for _, f := range files {
		dossier, _, _ := strings.Cut(f.path, "/")
		if v.listing[dossier] == nil {
			all, err := v.readListing(dossier)
			if err != nil {
				return nil, err
			}
			v.listing[dossier] = all
		}
		base, current, edited, err := v.edited(f.path)
		if err != nil {
			return nil, err
		}
		if edited {
			found, err := v.inFile(f.path, string(base), string(current))
			if err != nil {
				return nil, err
			}
			out = append(out, found...)
		}
	}
	slices.SortStableFunc(out, func(a, b doubt) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.passage.file, b.passage.file), cmp.Compare(a.passage.number(), b.passage.number()), cmp.Compare(a.id, b.id))
	})
	return slices.CompactFunc(out, func(a, b doubt) bool { return a.id == b.id }), nil
}

// edited gives a file as the program wrote it last and as it is now, if they
// differ.
func (v *reviewer) edited(name string) (base, current []byte, differ bool, err error) {
	if v.before != nil {
		now, last := v.before[path.Join("content", name)], v.before[path.Join("content", generated, name)]
		if now.hash != "" && now.hash == last.hash {
			return nil, nil, false, nil
		}
	}
	current, there, err := readIfThere(v.file(name))
	if err != nil || !there {
		return nil, nil, false, err
	}
	base, _, err = readIfThere(v.file(generated, name))
	return base, current, string(base) != string(current), err
}

// inFile gives the edits of one file that need review.
func (v *reviewer) inFile(name, base, current string) (out []doubt, err error) {
	side, clashes := v.settled(name, base, current)
	typed := map[string]bool{}
	for _, l := range strings.Split(base, "\n") {
		typed[strings.TrimSpace(l)] = true // what the program wrote is not typed by the editor
	}
	for _, rec := range recordsIn(name, side) {
		own := slices.DeleteFunc(slices.Clone(rec.lines), func(l string) bool { return typed[strings.TrimSpace(l)] })
		if len(own) == 0 || slices.ContainsFunc(own, func(l string) bool { return clashes[l] }) {
			continue
		}
		for i, c := range rec.cites {
			d := doubt{file: name, edit: strings.TrimSpace(own[0]), passage: c, id: editKey(name, own, c.id, i)}
			found, err := v.rests(d)
			if err != nil {
				return nil, err
			}
			out = append(out, found...)
		}
	}
	return out, nil
}

// settled gives a file with the editor's side of conflicts, and the lines of
// the editor's that stand in one: about those the editor is asked anyway.
func (v *reviewer) settled(name, base, current string) (side string, clashes map[string]bool) {
	merged := current
	if len(merge.Edited(current).Conflicts) == 0 && v.fresh[name] != nil {
		merged = merge.Three(base, current, string(v.fresh[name])).Text
	}
	clashes = map[string]bool{}
	lines := strings.Split(merged, "\n")
	for _, c := range merge.Edited(merged).Conflicts {
		for _, l := range lines[c.First:c.Last] {
			clashes[l] = true
		}
	}
	return merge.Edited(current).Text, clashes
}

// rests gives the doubt about an edit and one passage that it rests on, if there
// is one; d lacks what is known of the passage.
func (v *reviewer) rests(d doubt) ([]doubt, error) {
	dossier, _, _ := strings.Cut(d.file, "/")
	now, there, err := v.paragraph(version{d.passage.file, false}, d.passage.id)
	if err != nil {
		return nil, err
	}
	was, known, err := v.paragraph(version{d.passage.file, true}, d.passage.id)
	if err != nil {
		return nil, err
	}
	same := known == there && arabic.Fold(was) == arabic.Fold(now)
	key := d.id
	if d.was, d.now = difference(was, now); !there {
		d.now = ""
	}
	if old, open := v.open(dossier, key); open {
		if there && old.id == key+digest(arabic.Fold(now)) {
			return nil, nil // it came back as it was
		}
		d.id, d.was, d.listed = old.id, old.was, true
		if same {
			d.now = old.now
		}
		return []doubt{d}, nil
	}
	if same || !known {
		return nil, nil
	}
	d.id = key + digest(arabic.Fold(was))
	old, listed := v.listing[dossier][d.id]
	d.ticked, d.listed = old.ticked, listed
	return []doubt{d}, nil
}

// open gives the doubt about an edit and a passage that is listed and not
// confirmed.
func (v *reviewer) open(dossier, key string) (doubt, bool) {
	for _, id := range slices.Sorted(maps.Keys(v.listing[dossier])) {
		if d := v.listing[dossier][id]; strings.HasPrefix(id, key) && !d.ticked {
			return d, true
		}
	}
	return doubt{}, false
}

// paragraph gives the words of a paragraph of a briefing in one version of it.
func (v *reviewer) paragraph(of version, id string) (words string, there bool, err error) {
	all, known := v.told[of]
	if !known {
		src := v.fresh[of.file]
		if of.last {
			if src, _, err = readIfThere(v.file(generated, of.file)); err != nil {
				return "", false, err
			}
		}
		all = map[string]string{}
		if src != nil {
			parsed, _ := markdown.Parse(path.Join("content", of.file), src)
			for _, p := range parsed.Paragraphs {
				all[p.ID] = strings.Join(strings.Fields(p.Text), " ")
			}
		}
		v.told[of] = all
	}
	words, there = all[id]
	return words, there, nil
}

// difference gives what differs between two texts, with a few words around it.
func difference(was, now string) (string, string) {
	a, b := strings.Fields(was), strings.Fields(now)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	const around, most = 3, 16
	cut := func(words []string) string {
		from, to := max(0, head-around), min(len(words), len(words)-tail+around)
		out := strings.Join(words[from:min(to, from+most)], " ")
		if from > 0 {
			out = "… " + out
		}
		if min(to, from+most) < len(words) {
			out += " …"
		}
		return out
	}
	return cut(a), cut(b)
}

// editKey names an edit and the nth passage that it rests on. It is the same when
// briefings get other names, so it holds neither those nor where links lead.
func editKey(name string, own []string, id string, n int) string {
	if path.Base(path.Dir(name)) == "briefings" {
		name = path.Dir(name)
	}
	return digest(name, linked.ReplaceAllString(strings.Join(own, "\n"), "$1"), id, strconv.Itoa(n))
}

// digest names some words in twelve letters.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:6])
}

// problem reports an edit that needs review, at its line in the text of its file.
func (d doubt) problem(text string) corpus.Problem {
	p := corpus.Problem{Severity: corpus.Warning, Path: path.Join("content", d.file), Excerpt: d.edit}
	for i, l := range strings.Split(text, "\n") {
		if strings.TrimSpace(l) == d.edit {
			p.Line = i + 1
			break
		}
	}
	at := wording.Of("¶%s of %s", strings.TrimPrefix(d.passage.id, "p"), path.Join("content", d.passage.file))
	dossier, _, _ := strings.Cut(d.file, "/")
	listing := path.Join("content", dossier, reviewName)
	p.Message = wording.Of("needs review: your edit rests on %s, where «%s» is «%s» now", at, d.was, d.now)
	if d.now == "" {
		p.Message = wording.Of("needs review: your edit rests on %s, which is not there any more; it was «%s»", at, d.was)
	}
	p.Hint = wording.Of("see whether it still holds; then tick it in %s, or delete its line there", listing)
	if !d.listed {
		p.Hint = wording.Of("run build text, see whether it still holds; then tick it in %s, or delete its line there", listing)
	}
	return p
}
