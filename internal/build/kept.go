package build

import (
	"context"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"mojaz/internal/cache"
)

// A dossier is a function of its own folders, the templates, the assets and the
// settings. So one of which all these are as the last build left them, and all
// files of the site that belong to it, is taken over as a whole: its chapter is
// all that the rest of the site must know of it.

// annotationsKept says where the lines of each dossier stand in
// data/annotations.jsonl.
type annotationsKept map[string][2]int

// recallChapters finds the dossiers that can be taken over.
func (w *works) recallChapters() {
	w.kept = map[string]*chapter{}
	if _, changing := w.before[path.Join("content", journalName)]; changing {
		return // a build that was killed left files of content/ half renamed
	}
	groups := w.before.dossiers()
	var at annotationsKept
	lines := w.before[path.Join("public", annotationsPath)].hash
	if w.opt.Site && !w.recall(linesKey(lines), &at) {
		return
	}
	around, ok := w.around(w.before)
	if !ok {
		return
	}
	names := slices.Sorted(maps.Keys(groups))
	found := make([]*chapter, len(names))
	_ = parallel(context.Background(), len(names), func(i int) error { // which cannot fail
		span, known := at[names[i]]
		own := groups[names[i]].key()
		c := &chapter{span: span}
		if (known || !w.opt.Site) && w.recall(around.key(own, w.opt.Text), c) && w.stands(c) {
			w.cache.Hold(append(c.Read, around.key(own, false))...)
			found[i] = c
		}
		return nil
	})
	for i, c := range found {
		if c != nil {
			w.kept[names[i]] = c
		}
	}
}

// stands reports whether all files of a chapter are in the site as they were.
func (w *works) stands(c *chapter) bool {
	for name, sum := range c.Files {
		if w.before[path.Join("public", name)].hash != string(sum[:]) {
			return false
		}
	}
	return true
}

// keep takes a dossier over as it stands; nil says that it must be made.
func (w *works) keep(name string) *chapter {
	c := w.kept[name]
	if c == nil || !w.opt.Site {
		return c
	}
	if w.open() != nil {
		return nil // who makes the next page tells why
	}
	for file, sum := range c.Files {
		if there, err := w.draft.Keep(file, sum); !there || err != nil {
			c.failed = errUncovered // somebody took it away just now
		}
	}
	return c
}

// dossiers groups what a standing holds of dossiers by their names.
func (s standing) dossiers() map[string]standing {
	out := map[string]standing{}
	for name, st := range s {
		first, rest, _ := strings.Cut(name, "/")
		switch first {
		case "content":
			rest = strings.TrimPrefix(rest, generated+"/")
		case "seeds":
		default:
			continue
		}
		dossier, _, inside := strings.Cut(rest, "/")
		if dossier == "" || dossier == generated || !inside && !st.mode.IsDir() {
			continue
		}
		if out[dossier] == nil {
			out[dossier] = standing{}
		}
		out[dossier][name] = st
	}
	return out
}

// surroundings tell all that a dossier is made of but its own folders.
type surroundings [4]string

// around gives the surroundings of dossiers in a build that finds all.
func (r *run) around(all standing) (s surroundings, ok bool) {
	o := r.opt
	o.Seeds, o.Content, o.Public, o.Templates, o.Assets, o.Config, o.Cache, o.Progress = "", "", "", "", "", "", "", nil
	o.Text = false
	options, ok := cache.Digest(o)
	rest, known := r.renderKey(all)
	return surroundings{string(options[:]), string(rest[:]), all["config"].hash, all.tool()}, ok && known
}

// key names what comes of a dossier that stands as own tells. text says whether content/
// is written, too.
func (s surroundings) key(own cache.Key, text bool) cache.Key {
	return cache.KeyOf(append([]string{"chapter", cache.Program(), strconv.FormatBool(text), string(own[:])}, s[:]...)...)
}

// linesKey names the places of the lines in an annotations file of this hash.
func linesKey(hash string) cache.Key { return cache.KeyOf("lines", cache.Program(), hash) }

// rememberChapters keeps what this build made of dossiers, under what they stand
// on now.
func (r *run) rememberChapters(now standing) {
	if now == nil || r.before == nil || r.opt.Site && r.rendered == nil {
		return
	}
	around, ok := r.around(now)
	if was, _ := r.around(r.before); !ok || was != around {
		return
	}
	before, own, at := r.before.dossiers(), now.dossiers(), annotationsKept{}
	for _, c := range r.made {
		at[c.Name] = c.span
		if c.part == nil || c.unsettled || r.again || !r.oursAlone(now, c.part.wrote, before[c.Name], own[c.Name]) {
			continue
		}
		key := own[c.Name].key()
		keys := []cache.Key{around.key(key, false)}
		if r.opt.Text { // else who writes content/ might find more to do
			keys = append(keys, around.key(key, true))
		}
		r.rememberUnder(c, keys...)
	}
	if r.opt.Site {
		r.remember(linesKey(now[path.Join("public", annotationsPath)].hash), &at)
	}
}
