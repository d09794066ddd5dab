package deploy

import (
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"mojaz/internal/archive"
	"mojaz/internal/publish"
)

// work is what differs between the site and the host.
type work struct {
	files   map[string]file
	host    host
	changed []string // files to upload, sorted
	stale   []string // files of the host to delete, sorted
}

// stages are the files to upload, by when.
type stages struct{ leaves, sheets, pages, lists, twins, sums []string }

// order fills the waves of the plan.
func (p *Plan) order(ctx context.Context, w work) error {
	s := w.sort()
	gone, err := w.deletions(ctx)
	if err != nil {
		return err
	}
	p.mark(w.union(), false)
	p.add(Upload, s.leaves)
	p.add(Upload, s.sheets)
	p.Waves = append(p.Waves, w.pageWaves(s.pages)...)
	p.add(Upload, s.lists)
	p.add(Upload, s.twins)
	p.add(Upload, s.sums)
	p.Waves = append(p.Waves, gone...)
	p.mark(slices.Sorted(maps.Keys(w.files)), true)
	return nil
}

// mark adds a wave that writes the marker.
func (p *Plan) mark(names []string, settled bool) {
	p.Waves = append(p.Waves, []Step{{Mark, publish.Marker, markerOf(names, settled)}})
}

// add adds a wave of one act, unless it is empty.
func (p *Plan) add(act Act, names []string) {
	if wave := steps(act, names); len(wave) > 0 {
		p.Waves = append(p.Waves, wave)
	}
}

func steps(act Act, names []string) []Step {
	out := make([]Step, len(names))
	for i, name := range names {
		out[i] = Step{Act: act, Path: name}
	}
	return out
}

// sort deals the files to upload out to their stages. A list or the hashes come
// late only where there is an older one: a page may refer to the first.
func (w work) sort() (s stages) {
	for _, name := range w.changed {
		_, there := w.host.objects[name]
		switch ext := path.Ext(name); {
		case isPage(name):
			s.pages = append(s.pages, name)
		case isTwin(name):
			s.twins = append(s.twins, name)
		case there && strings.HasPrefix(name, archive.SumsName):
			s.sums = append(s.sums, name)
		case there && isList(name):
			s.lists = append(s.lists, name)
		case ext == ".css" || ext == ".js":
			s.sheets = append(s.sheets, name)
		default:
			s.leaves = append(s.leaves, name)
		}
	}
	return s
}

// union lists the files of the old site that are still there and those of the new.
func (w work) union() []string {
	all := maps.Clone(w.host.ours)
	maps.DeleteFunc(all, func(name string, _ bool) bool { _, there := w.host.objects[name]; return !there })
	for name := range w.files {
		all[name] = true
	}
	delete(all, publish.Marker)
	return slices.Sorted(maps.Keys(all))
}

// pageWaves orders the pages to upload: deeper ones first, each when all pages
// that it refers to are there. Where none of the deepest can come, those come
// first that they wait for; and where these wait for others again, placeholders
// are put in their places, those of the least depth first, for these are the
// pages that most others lead to.
func (w work) pageWaves(todo []string) (waves [][]Step) {
	there := map[string]bool{}
	for name := range w.host.objects {
		there[name] = true
	}
	missing := func(to string) bool { _, ours := w.files[to]; return ours && isPage(to) && !there[to] }
	waiting := func(name string) bool { return slices.ContainsFunc(w.files[name].links, missing) }
	for len(todo) > 0 {
		deepest := extreme(todo, func(a, b int) bool { return a > b })
		awaited := w.targets(deepest, missing)
		wave, act := without(deepest, waiting), Upload
		if len(wave) == 0 {
			wave = without(awaited, waiting)
		}
		if len(wave) == 0 {
			wave, act = extreme(awaited, func(a, b int) bool { return a < b }), Hold
		} else {
			todo = without(todo, among(wave))
		}
		for _, name := range wave {
			there[name] = true
		}
		waves = append(waves, steps(act, wave))
	}
	return waves
}

// without gives the names for which drop is false.
func without(names []string, drop func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(names), drop)
}

// among reports whether a name is one of these.
func among(names []string) func(string) bool {
	set := map[string]bool{}
	for _, name := range names {
		set[name] = true
	}
	return func(name string) bool { return set[name] }
}

// targets lists the pages that pages refer to and that are wanted, sorted.
func (w work) targets(pages []string, wanted func(string) bool) (out []string) {
	for _, name := range pages {
		for _, to := range w.files[name].links {
			if wanted(to) {
				out = append(out, to)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// extreme keeps the pages of the depth that is before all others.
func extreme(pages []string, before func(a, b int) bool) (out []string) {
	for _, name := range pages {
		if len(out) > 0 && before(depth(name), depth(out[0])) {
			out = out[:0:0]
		}
		if len(out) == 0 || depth(name) == depth(out[0]) {
			out = append(out, name)
		}
	}
	return out
}

// deletions orders what is to be deleted: twins of pages, pages that none of the
// others refers to, then all else. Pages that refer to each other are emptied
// first. What the host's pages refer to is read from the host.
func (w work) deletions(ctx context.Context) (waves [][]Step, err error) {
	var first, pages, rest []string
	old := map[string][]string{}
	for _, name := range w.stale {
		switch {
		case isTwin(name):
			first = append(first, name)
		case isPage(name):
			b, err := w.host.bucket.Read(ctx, name)
			if err != nil {
				return nil, err
			}
			old[name] = links(name, b)
			pages = append(pages, name)
		default:
			rest = append(rest, name)
		}
	}
	waves = append(waves, steps(Delete, first))
	for len(pages) > 0 {
		referred := map[string]bool{}
		for _, name := range pages {
			for _, to := range old[name] {
				referred[to] = true
			}
		}
		free := without(pages, func(name string) bool { return referred[name] })
		if len(free) == 0 {
			waves, free = append(waves, steps(Hold, pages)), pages
		}
		waves = append(waves, steps(Delete, free))
		pages = without(pages, among(free))
	}
	waves = append(waves, steps(Delete, rest))
	return slices.DeleteFunc(waves, func(wave []Step) bool { return len(wave) == 0 }), nil
}
