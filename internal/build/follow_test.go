package build

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mojaz/internal/corpus"
)

// desk is a folder with sources and content, as an editor has it.
type desk struct {
	t   *testing.T
	dir string
	// bytes leads from each document's name in the test to those of its file.
	bytes map[string]string
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, dir: t.TempDir(), bytes: map[string]string{}}
	for i, name := range []string{"bridge", "school", "harbour", "market"} {
		subject := []string{"الجسر", "المدرسة", "الميناء", "السوق"}[i]
		d.bytes[name] = fmt.Sprintf("أعلنت الوزارة يوم %d أيار 2024 افتتاح %[2]s الجديد في المدينة بعد سنتين من العمل المتواصل.\n\n"+
			"وقال الوزير إن %[2]s سيخفف الزحام عن وسط المدينة، وإن %[2]s الثاني سيفتتح في مطلع العام المقبل بكلفة %d مليون دينار.\n\n"+
			"وأوضح المهندس المشرف على %[2]s أن العمال أنهوا المرحلة الأخيرة قبل موعدها بشهرين كاملين، ووعد بأن %[2]s سيبقى مفتوحاً أمام الجميع.\n", i+3, subject, 10*i+7)
	}
	return d
}

func (d *desk) source(file string) string { return filepath.Join(d.dir, "seeds", "town", file) }

func (d *desk) briefing(id string) string {
	return filepath.Join(d.dir, "content", filepath.FromSlash(briefingFile("town", corpus.DocID(id))))
}

func (d *desk) put(file, text string) {
	must(d.t, os.MkdirAll(filepath.Dir(d.source(file)), 0o755))
	must(d.t, os.WriteFile(d.source(file), []byte(text), 0o644))
}

func (d *desk) rename(from, to string) { must(d.t, os.Rename(d.source(from), d.source(to))) }

// build writes content/ and gives the problems of the files in it, those that a
// change of names can cause.
func (d *desk) build() string {
	d.t.Helper()
	report, err := Run(context.Background(), d.options())
	must(d.t, err)
	return tellContent(report.Problems)
}

func (d *desk) options() Options {
	return Options{
		Seeds: filepath.Join(d.dir, "seeds"), Content: filepath.Join(d.dir, "content"), Public: filepath.Join(d.dir, "public"),
		Config: filepath.Join(d.dir, "none.yaml"), Text: true,
	}
}

func tellContent(problems []corpus.Problem) string {
	var out strings.Builder
	for _, p := range problems {
		if strings.HasPrefix(p.Path, "content/") {
			out.WriteString(p.String() + "\n")
		}
	}
	return out.String()
}

// edit changes a word of the summary of a briefing into mark.
func (d *desk) edit(id, mark string) {
	d.t.Helper()
	b, err := os.ReadFile(d.briefing(id))
	must(d.t, err)
	must(d.t, os.WriteFile(d.briefing(id), []byte(strings.Replace(string(b), "## الخلاصة\n", "## الخلاصة\n\n"+mark+"\n", 1)), 0o644))
}

// links adds a line to the overview that cites a paragraph of each briefing.
func (d *desk) links(ids ...string) {
	d.t.Helper()
	name := filepath.Join(d.dir, "content", "town", "index.md")
	b, err := os.ReadFile(name)
	must(d.t, err)
	for _, id := range ids {
		b = append(b, "\nمن كتابتي [¶1](briefings/"+id+".md#p1)\n"...)
	}
	must(d.t, os.WriteFile(name, b, 0o644))
}

// holds checks that a briefing tells of a source and holds a mark.
func (d *desk) holds(id, source, mark string) {
	d.t.Helper()
	b, err := os.ReadFile(d.briefing(id))
	if err != nil {
		d.t.Errorf("%s.md is not there", id)
		return
	}
	if !strings.Contains(string(b), "\nsource: seeds/town/"+source+"\n") || !strings.Contains(string(b), mark) || strings.Contains(string(b), "<<<<<<<") {
		d.t.Errorf("%s.md does not tell of %s with %q:\n%s", id, source, mark, b)
	}
}

// absent checks that no briefing has the name.
func (d *desk) absent(ids ...string) {
	d.t.Helper()
	for _, id := range ids {
		if _, err := os.Stat(d.briefing(id)); err == nil {
			d.t.Errorf("%s.md is still there", id)
		}
	}
}

func TestFollow(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(d *desk)
		tell []string // in the problems
		see  func(d *desk)
	}{
		{"renamed", func(d *desk) { d.rename("bridge.txt", "span.txt") },
			[]string{"span.md: note: came along with its source, which was renamed: it was bridge.md before"},
			func(d *desk) { d.holds("span", "span.txt", "bridge-edit"); d.absent("bridge") }},
		{"two that change names", func(d *desk) {
			d.rename("bridge.txt", "x")
			d.rename("school.txt", "bridge.txt")
			d.rename("x", "school.txt")
		}, []string{"school.md: note: came along", "bridge.md: note: came along"},
			func(d *desk) {
				d.holds("school", "school.txt", "bridge-edit")
				d.holds("bridge", "bridge.txt", "school-edit")
			}},
		{"a ring of three", func(d *desk) {
			d.rename("bridge.txt", "x")
			d.rename("school.txt", "bridge.txt")
			d.rename("harbour.txt", "school.txt")
			d.rename("x", "harbour.txt")
		}, nil, func(d *desk) {
			d.holds("harbour", "harbour.txt", "bridge-edit")
			d.holds("bridge", "bridge.txt", "school-edit")
			d.holds("school", "school.txt", "")
		}},
		{"another version", func(d *desk) {
			must(d.t, os.Remove(d.source("bridge.txt")))
			d.put("bridge-v2.txt", strings.Replace(d.bytes["bridge"], "بشهرين كاملين", "بثلاثة أشهر", 1)+"\nوختم الوزير بأن التفاصيل تعلن لاحقاً.\n")
		}, []string{"bridge-v2.md: warning: came along with its source, of which there is another version: it was bridge.md before"},
			func(d *desk) { d.holds("bridge-v2", "bridge-v2.txt", "bridge-edit"); d.absent("bridge") }},
		{"another text", func(d *desk) {
			must(d.t, os.Remove(d.source("bridge.txt")))
			d.put("weather.txt", "توقعت دائرة الأرصاد أن تنخفض درجات الحرارة في الأيام القليلة القادمة، وأن تهطل أمطار متفرقة على السواحل الشمالية والغربية مساء الغد.\n")
		}, []string{"bridge.md: warning: its source is gone, but it was edited by hand and is kept"},
			func(d *desk) { d.holds("bridge", "bridge.txt", "bridge-edit"); d.holds("weather", "weather.txt", "") }},
		{"a name that another held, which was edited", func(d *desk) {
			must(d.t, os.Remove(d.source("school.txt")))
			d.rename("bridge.txt", "school.txt")
		}, []string{"school.md: note: came along", "school.md.kept: warning: the source of this briefing is gone, and another one has its name"},
			func(d *desk) {
				d.holds("school", "school.txt", "bridge-edit")
				d.absent("bridge")
				b, _ := os.ReadFile(d.briefing("school") + ".kept")
				if !strings.Contains(string(b), "school-edit") {
					d.t.Errorf("school.md.kept holds %q", b)
				}
			}},
		{"a name that another held, which was not", func(d *desk) {
			must(d.t, os.Remove(d.source("harbour.txt")))
			d.rename("bridge.txt", "harbour.txt")
		}, nil, func(d *desk) {
			d.holds("harbour", "harbour.txt", "bridge-edit")
			if _, err := os.Stat(d.briefing("harbour") + ".kept"); err == nil {
				d.t.Error("harbour.md.kept is there, but nobody had edited harbour.md")
			}
		}},
		{"a name that a stranger holds", func(d *desk) {
			d.rename("bridge.txt", "span.txt")
			must(d.t, os.WriteFile(d.briefing("span"), []byte("نص\n"), 0o644))
		}, []string{"span.md: warning: a file of this name is here", "bridge.md: warning: its source is gone, but it was edited by hand and is kept"},
			func(d *desk) { d.holds("bridge", "bridge.txt", "bridge-edit") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			for _, name := range []string{"bridge", "school", "harbour"} {
				d.put(name+".txt", d.bytes[name])
			}
			d.build()
			d.edit("bridge", "bridge-edit")
			d.edit("school", "school-edit")
			d.build()
			c.do(d)
			checked, err := Check(context.Background(), d.options())
			must(t, err)
			for _, told := range []string{d.build(), tellContent(checked.Problems)} {
				for _, want := range c.tell {
					if !strings.Contains(told, want) {
						t.Errorf("the problems are\n%swant %q among them", told, want)
					}
				}
			}
			c.see(d)
			if again := d.build(); strings.Contains(again, "came along") {
				t.Errorf("the next build tells again\n%s", again)
			}
			c.see(d)
		})
	}
}

// Links that people wrote follow, in every file.
func TestFollowLinks(t *testing.T) {
	d := newDesk(t)
	for _, name := range []string{"bridge", "school", "harbour"} {
		d.put(name+".txt", d.bytes[name])
	}
	d.build()
	d.links("bridge", "school", "harbour")
	d.rename("bridge.txt", "x")
	d.rename("school.txt", "bridge.txt")
	d.rename("x", "school.txt")
	must(t, os.Remove(d.source("harbour.txt")))
	d.put("market.txt", d.bytes["market"])
	d.rename("market.txt", "harbour.txt")
	d.build()
	b, err := os.ReadFile(filepath.Join(d.dir, "content", "town", "index.md"))
	must(t, err)
	var links []string
	for line := range strings.Lines(string(b)) {
		if at, ok := strings.CutPrefix(line, "من كتابتي "); ok {
			links = append(links, strings.TrimSpace(at))
		}
	}
	want := []string{"[¶1](briefings/school.md#p1)", "[¶1](briefings/bridge.md#p1)", "[¶1](briefings/harbour.md#p1)"}
	if !slices.Equal(links, want) {
		t.Errorf("links are %q, want %q", links, want)
	}
}

// A build that is stopped while names change loses nothing: the next one makes
// the rest, wherever the first one stopped.
func TestFollowStopped(t *testing.T) {
	before := map[string][]byte{"town/briefings/a.md": []byte("a"), "town/briefings/b.md": []byte("b"), "town/briefings/c.md": []byte("c")}
	after := map[string][]byte{"town/briefings/a.md": []byte("b"), "town/briefings/b.md": []byte("a"), "town/briefings/d.md": []byte("c")}
	changes := changesOf(before, after)
	for made := 0; made <= len(changes); made++ {
		for _, saved := range []string{"", "town/briefings/b.md"} {
			dir := t.TempDir()
			for name, b := range before {
				must(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
				must(t, os.WriteFile(filepath.Join(dir, name), b, 0o644))
			}
			stop(t, dir, changes, made)
			if saved != "" {
				must(t, os.WriteFile(filepath.Join(dir, saved), []byte("saved since"), 0o644))
			}
			must(t, journal{dir}.resume())
			files, err := allBelow(dir)
			must(t, err)
			for _, text := range []string{"a", "c", saved} {
				if text = strings.Replace(text, "town/briefings/b.md", "saved since", 1); text != "" && !slices.Contains(files, text) {
					t.Errorf("after %d of %d changes, and %q saved, there is no file with %q: %q", made, len(changes), saved, text, files)
				}
			}
			if saved == "" && (len(files) != 3 || !slices.Contains(files, "b")) {
				t.Errorf("after %d of %d changes: %q", made, len(changes), files)
			}
		}
	}
}

// stop writes changes down and makes the first of them.
func stop(t *testing.T, dir string, changes []change, made int) {
	t.Helper()
	j := journal{dir}
	must(t, j.write(changes))
	for _, c := range changes[:made] {
		must(t, j.make(c))
	}
}

// allBelow gives the texts of the files below dir.
func allBelow(dir string) (out []string, err error) {
	err = fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(os.DirFS(dir), p)
		out = append(out, string(b))
		return err
	})
	return out, err
}

// Whatever names documents get, in whatever order, every edit stays, and stays
// with the document that it was made of.
func TestFollowAnything(t *testing.T) {
	const rounds = 12
	for seed := range uint64(2) {
		rng := rand.New(rand.NewPCG(seed, 1))
		d := newDesk(t)
		names := map[string]string{} // of the file of each document
		for doc, text := range d.bytes {
			names[doc] = doc
			d.put(doc+".txt", text)
		}
		docs := []string{"bridge", "harbour", "market", "school"}
		edits := map[string][]string{}
		d.build()
		for round := range rounds {
			for i := range docs { // new names out of six, so that some are taken over
				j := rng.IntN(i + 1)
				docs[i], docs[j] = docs[j], docs[i]
			}
			pool := []string{"bridge", "school", "harbour", "market", "one", "two"}
			rng.Shuffle(len(pool), func(i, j int) { pool[i], pool[j] = pool[j], pool[i] })
			for _, doc := range docs {
				must(t, os.Remove(d.source(names[doc]+".txt")))
			}
			for i, doc := range docs {
				names[doc] = pool[i]
				d.put(pool[i]+".txt", d.bytes[doc])
			}
			d.build()
			doc := docs[rng.IntN(len(docs))]
			mark := fmt.Sprintf("تعليق %s %d", doc, round)
			edits[doc] = append(edits[doc], mark)
			d.edit(names[doc], mark)
			for _, doc := range docs {
				for _, mark := range edits[doc] {
					d.holds(names[doc], names[doc]+".txt", mark)
				}
			}
			if t.Failed() {
				t.Fatalf("seed %d, round %d: %v", seed, round, names)
			}
		}
	}
}
