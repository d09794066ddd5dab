package build

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"mojaz/internal/calendar"
	"mojaz/internal/catalogue"
	"mojaz/internal/compress"
	"mojaz/internal/corpus"
	"mojaz/internal/strictyaml"
	"mojaz/internal/wording"
)

// Config is what mojaz.yaml can say. Every key is optional; the zero value is
// completed by defaults.
type Config struct {
	// Title is the site's name, at the head of every page.
	Title string `yaml:"title"`
	// BaseURL is where the site will be published, such as
	// "https://example.org/mojaz/"; only feeds and canonical links need it.
	BaseURL string `yaml:"base_url"`
	// Language of the site's own words: "ar" or "en". What the sources say stays
	// as it is.
	Language string `yaml:"language"`
	// Digits of the site's own words: "arab" (٠١٢) or "latn" (012); those of the
	// language when it is not said. Quotations keep theirs.
	Digits string `yaml:"digits"`
	// Months of the site's own dates: "both" (كانون الثاني/يناير), "levant",
	// "gulf" or "maghreb".
	Months string `yaml:"months"`
	// Axis is the direction in which time runs: "rtl" or "ltr"; that of the
	// language when it is not said.
	Axis string `yaml:"axis"`
	// AsOf is the day from which past and planned are judged; the date of the
	// newest document when empty.
	AsOf string `yaml:"asof"`
	// Archives are the forms in which the site can be taken along: "zip", "epub",
	// "html", and "annotations" for other tools; all when it is not said, none for [].
	Archives []string `yaml:"archives"`
	// Precompress are the kinds of compressed twins to put beside text files, for
	// servers that send them: "gz", "br" and "zst"; none when it is not said.
	Precompress []string `yaml:"precompress"`
	// Dossiers gives titles to dossiers by the name of their folder.
	Dossiers map[string]string `yaml:"dossiers"`
	// Messages is the language of what the program prints: "en" or "ar". A flag
	// and the environment may say another; see [Messages].
	Messages string `yaml:"messages"`
	// Params are values of your own for your own templates: site.Params.
	Params map[string]any `yaml:"params"`
}

// choices are the values that a key may take, the default first.
var choices = map[string][]string{
	"language": {"ar", "en"},
	"digits":   {"arab", "latn"},
	"months":   {"both", "levant", "gulf", "maghreb"},
	"axis":     {"rtl", "ltr"},
	"messages": catalogue.Languages,
}

// ofLanguage completes the keys that follow the language of the site.
func (c *Config) ofLanguage() {
	title, digits, axis := "موجز", "arab", "rtl"
	if c.Language == "en" {
		title, digits, axis = "Mojaz", "latn", "ltr"
	}
	c.Title, c.Digits, c.Axis = cmp.Or(c.Title, title), cmp.Or(c.Digits, digits), cmp.Or(c.Axis, axis)
}

// loadConfig reads the configuration. A file that is not there is an empty one;
// anything else that is wrong with it is an error with its place.
func loadConfig(path string) (Config, error) {
	var c Config
	src, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return c, err
	}
	if problems := strictyaml.Decode(path, src, &c); len(problems) > 0 {
		return c, configError(problems)
	}
	c.ofLanguage()
	if c.AsOf != "" && !calendar.Valid(c.AsOf) {
		return c, wording.Errorf("%s: asof: %q is no date; write it as 2025-11-27", path, c.AsOf)
	}
	if c.Archives == nil {
		c.Archives = forms
	}
	for _, f := range c.Archives {
		if !slices.Contains(forms, f) {
			return c, wording.Errorf("%s: archives: %q is none of %s", path, f, strings.Join(forms, ", "))
		}
	}
	for _, k := range c.Precompress {
		if !slices.Contains(compress.Kinds, k) {
			return c, wording.Errorf("%s: precompress: %q is none of %s", path, k, strings.Join(compress.Kinds, ", "))
		}
	}
	return c, c.choose(path)
}

// Messages gives the language of messages that a configuration asks for, "" if
// it does not or cannot be read: then a build says so.
func Messages(path string) string {
	src, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	var c Config
	strictyaml.Decode(path, src, &c)
	return c.Messages
}

// forms are those of archives.
var forms = []string{"zip", "epub", "html", "annotations"}

// choose completes the keys that take one of a few values, and refuses others.
func (c *Config) choose(path string) error {
	for _, k := range []struct {
		key   string
		value *string
	}{{"language", &c.Language}, {"digits", &c.Digits}, {"months", &c.Months}, {"axis", &c.Axis}, {"messages", &c.Messages}} {
		allowed := choices[k.key]
		if *k.value == "" {
			*k.value = allowed[0]
		}
		if !slices.Contains(allowed, *k.value) {
			return wording.Errorf("%s: %s: %q is none of %s", path, k.key, *k.value, strings.Join(allowed, ", "))
		}
	}
	return nil
}

// configError makes one error of the problems of a configuration file.
func configError(problems []corpus.Problem) error {
	out := make(located, len(problems))
	for i, p := range problems {
		p.Severity = corpus.Fault
		out[i] = p
	}
	return out
}
