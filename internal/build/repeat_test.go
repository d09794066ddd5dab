package build

import (
	"context"
	"crypto/sha256"
	"path/filepath"
	"strings"
	"testing"
)

// TestSheetsByDossier holds that the next build finds what each page was made of,
// also of a dossier that this one took over as it stood.
func TestSheetsByDossier(t *testing.T) {
	w := newWorkplace(t, filepath.Join(t.TempDir(), "cache"))
	for _, text := range []string{beside, beside + "\nوقال إنه سيعود في 2027.\n"} {
		w.put("seeds/beside/a.txt", text)
		w.build(w.options())
		r := newRun(w.options())
		config, err := loadConfig(w.at("mojaz.yaml"))
		must(t, err)
		r.cache, r.config = openCache(w.cache), config
		r.before = stand(context.Background(), r.ground(), nil)
		last := r.recallPages()
		if last == nil {
			t.Fatal("what the last build rendered is not known")
		}
		for dossier, page := range map[string]string{"iraq": "iraq/index.html", "beside": "beside/briefings/a.html", "": "index.html"} {
			var was sheets
			if !r.recall(sheetsKey(last.key, dossier), &was) || len(was) < 3 {
				t.Errorf("of the dossier %q %d pages are known, want all", dossier, len(was))
			}
			if sum := sha256.Sum256([]byte(read(t, w.at("public/"+page)))); was[page].Bytes != sum {
				t.Errorf("%s is known with other bytes than it has", page)
			}
			for name := range was {
				if top, _, inside := strings.Cut(name, "/"); inside && top != dossier {
					t.Errorf("%s is among the pages of %q", name, dossier)
				}
			}
		}
	}
}
