package templates

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A line of i18n is "key: words", "key:" before plural forms, or such a form,
// "  few: words".
var (
	keyLine  = regexp.MustCompile(`^([a-z0-9_]+):(?: (.+))?$`)
	formLine = regexp.MustCompile(`^  ([a-z]+): (.+)$`)
)

// translations reads a file of i18n: words by key, or plural forms by key.
func translations(t *testing.T, name string) map[string]any {
	t.Helper()
	b, err := FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]any{}
	forms := map[string]any{}
	for i, l := range strings.Split(string(b), "\n") {
		if m := keyLine.FindStringSubmatch(l); m != nil && m[2] != "" {
			out[m[1]] = m[2]
		} else if m != nil {
			forms = map[string]any{}
			out[m[1]] = forms
		} else if m := formLine.FindStringSubmatch(l); m != nil {
			forms[m[1]] = m[2]
		} else if l != "" && l[0] != '#' {
			t.Fatalf("%s:%d: neither a key nor a plural form: %q", name, i+1, l)
		}
	}
	return out
}

// calls matches {{ T "key" }} and the beginning of keys that are put together,
// {{ T (print "rel_" .Relation) }}.
var calls = regexp.MustCompile(`\bT \(?(print )?"([a-z0-9_]+)"`)

// uses lists the keys that templates ask for, those put together as "rel_*".
func uses(t *testing.T) []string {
	t.Helper()
	var keys []string
	each(t, func(_, text string) {
		for _, m := range calls.FindAllStringSubmatch(text, -1) {
			if m[1] != "" {
				m[2] += "*"
			}
			keys = append(keys, m[2])
		}
	})
	slices.Sort(keys)
	return slices.Compact(keys)
}

// each calls f with each template.
func each(t *testing.T, f func(name, text string)) {
	t.Helper()
	err := fs.WalkDir(FS, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		b, err := FS.ReadFile(name)
		f(name, string(b))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestTranslations: both languages have what templates ask for, and nothing else.
func TestTranslations(t *testing.T) {
	used := uses(t)
	asked := func(key string) bool {
		return slices.ContainsFunc(used, func(u string) bool {
			start, many := strings.CutSuffix(u, "*")
			return key == u || many && strings.HasPrefix(key, start)
		})
	}
	ar, en := translations(t, "i18n/ar.yaml"), translations(t, "i18n/en.yaml")
	for _, u := range used {
		if ar[u] == nil && !strings.HasSuffix(u, "*") {
			t.Errorf("i18n/ar.yaml: nothing for %q", u)
		}
	}
	for key := range ar {
		if !asked(key) {
			t.Errorf("i18n/ar.yaml: nobody asks for %q", key)
		}
		if en[key] == nil {
			t.Errorf("i18n/en.yaml: nothing for %q", key)
		}
	}
	for key := range en {
		if ar[key] == nil {
			t.Errorf("i18n/ar.yaml: nothing for %q", key)
		}
	}
}

// families are the values that finish a key put together in a template.
var families = map[string][]string{
	"nav_":     {"dossier", "phases", "timeline", "agreement", "figures", "entities", "search", "about"},
	"status_":  {"done", "ongoing", "planned", "expected", "postponed", "denied", "silent"},
	"kind_":    {"past", "current", "planned", "scenario"},
	"change_":  {"status", "dispute", "contradict", "phase", "update"},
	"changes_": {"status_n", "dispute_n", "contradict_n", "phase_n", "update_n"},
	"dispute_": {"start", "end", "status", "scope"},
	"other_":   {"contradicts", "corroborates", "updates", "updated", "elaborates", "elaborated"},
	"agree_":   {"all", "contradicts", "updates", "corroborates", "elaborates"},
	"pair_":    {"contradicts", "updates", "corroborates", "elaborates"},
	"how_":     {"names", "statements", "figures", "relations", "phases", "summary"},
	"rights_":  {"quote", "link"},
	"archive_": {"html", "epub", "zip"},
	"limit_":   {"quote", "link"},
	"one_":     {"per", "org", "gpe", "loc", "fac", "event", "misc"},
	"rule_": {"same_date", "same_figure", "same_length", "same_event", "same_names", "same_statement", "same_account", "rival_date",
		"rival_figure", "rival_length", "denied", "opposed", "postponed_or_not", "answered", "plan_done", "plan_postponed", "back_on", "no_longer_denied",
		"overtaken", "followed", "new_date", "new_figure", "closer_date"},
	"rel_":      {"in", "by", "until", "since", "before", "after"},
	"severity_": {"error", "warning", "note"},
	"speaker_":  {"author", "unnamed", "document"},
	"mode_":     {"direct", "indirect", "mixed"},
	"polarity_": {"denies", "does_not_deny", "does_not_rule_out"},
	"bound_":    {"about", "at_least", "at_most"},
	"type_":     {"per", "org", "gpe", "loc", "fac", "event", "misc"},
	"role_": {"body", "heading", "lede", "pullquote", "title", "meta", "boilerplate", "mixed", "markup",
		"omitted"},
}

func TestFamilies(t *testing.T) {
	ar := translations(t, "i18n/ar.yaml")
	for start, values := range families {
		for _, v := range values {
			if ar[start+v] == nil {
				t.Errorf("i18n/ar.yaml: nothing for %q", start+v)
			}
		}
	}
	for _, u := range uses(t) {
		if start, ok := strings.CutSuffix(u, "*"); ok && families[start] == nil {
			t.Errorf("nobody says what may follow %q", start)
		}
	}
}

// TestPlurals: Arabic has six forms, and a count that is shown is shown in the
// site's digits.
func TestPlurals(t *testing.T) {
	for file, forms := range map[string][]string{
		"i18n/ar.yaml": {"zero", "one", "two", "few", "many", "other"},
		"i18n/en.yaml": {"one", "other"},
	} {
		for key, v := range translations(t, file) {
			m, plural := v.(map[string]any)
			if plural != strings.HasSuffix(key, "_n") {
				t.Errorf("%s: %s: only keys in _n have plurals, and all of them", file, key)
			}
			for _, form := range forms {
				if plural && m[form] == nil {
					t.Errorf("%s: %s has no form %q", file, key, form)
				}
			}
			if other, _ := m["other"].(string); plural && !strings.Contains(other, "{{ .Text }}") {
				t.Errorf("%s: %s: form other shows no count", file, key)
			}
		}
	}
}

// words matches a letter of the site's own words between two tags, as in
// "<p>النص</p>", once actions are gone.
var (
	action = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	tag    = regexp.MustCompile(`(?s)<[^<>]*>`)
	words  = regexp.MustCompile(`\p{L}`)
)

// TestNoWords: a word in a template could not be translated.
func TestNoWords(t *testing.T) {
	each(t, func(name, text string) {
		left := tag.ReplaceAllString(action.ReplaceAllString(text, ""), "")
		left = strings.NewReplacer("&nbsp;", "", "<!doctype html>", "").Replace(left)
		if at := words.FindStringIndex(left); at != nil {
			t.Errorf("%s: a word of its own: %q", name, left[at[0]:min(len(left), at[0]+40)])
		}
	})
}

// inline matches what the content security policy forbids: style="…" and onclick="…".
var inline = regexp.MustCompile(`\s(style|on[a-z]+)="`)

// TestNothingInline: but for 404.html, which stands alone, no page has a style
// or script in itself, or names another host.
func TestNothingInline(t *testing.T) {
	each(t, func(name, text string) {
		if inline.MatchString(text) || strings.Contains(text, "://") ||
			name != "notfound.html" && (strings.Contains(text, "<style") || strings.Contains(text, "<script>")) {
			t.Errorf("%s: an inline style or script, or another host", name)
		}
	})
}
