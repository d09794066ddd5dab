package seeds

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/strictyaml"
	"mojaz/internal/wording"
)

// lexiconLimit is the size of the largest lexicon.yaml.
const lexiconLimit = 1 << 20

// lexiconFile is what lexicon.yaml says.
type lexiconFile struct {
	Names []corpus.Entry `yaml:"names"`
}

// entityTypes are the values of corpus.Entry.Type.
var entityTypes = []string{"PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "MISC"}

// lexicon reads lexicon.yaml. A file that is no YAML costs itself; an entry
// without a name is left out, and an unknown type is as none.
func (r *reader) lexicon(name string) []corpus.Entry {
	b, ok := r.settings(name, lexiconLimit)
	if !ok {
		return nil
	}
	var file lexiconFile
	broken := false
	for _, p := range strictyaml.Decode(name, b, &file) {
		broken = broken || p.Severity == corpus.Fault
		p.Severity = corpus.Warning // a broken lexicon breaks no promise of the site
		r.report(p)
	}
	if broken {
		return nil
	}
	lines, problems := strictyaml.Items(name, b, "names", &corpus.Entry{})
	for _, p := range problems {
		r.report(p)
	}
	l := lexiconReader{reader: r, path: name, lines: strings.Split(string(b), "\n"), at: lines, forms: map[string]string{}}
	var out []corpus.Entry
	for i, e := range file.Names {
		if l.mend(i, &e) {
			out = append(out, e)
		}
	}
	return out
}

// settings reads a file of YAML that a person writes, without its byte order
// mark.
func (r *reader) settings(name string, limit int64) ([]byte, bool) {
	b, err := readLimited(r.fsys, name, limit)
	switch {
	case err != nil:
		r.warn(name, wording.Of("cannot be read: %s", wording.Cause(err)), "")
	case int64(len(b)) > limit:
		r.warn(name, wording.Of("is larger than %s", size(limit)), "")
	case !utf8.Valid(b):
		r.warn(name, "is not UTF-8", "save it as UTF-8")
	default:
		return bytes.TrimPrefix(b, []byte("\ufeff")), true
	}
	return nil, false
}

// lexiconReader checks the entries of one lexicon.
type lexiconReader struct {
	*reader
	path  string
	lines []string
	at    []int             // the line on which each entry begins
	forms map[string]string // a form, folded, to the name of the entry that has it
}

// mend trims entry i and reports what is wrong with it; ok is false when it
// names nothing.
func (l *lexiconReader) mend(i int, e *corpus.Entry) (ok bool) {
	e.Name = strings.Join(strings.Fields(e.Name), " ")
	if arabic.Fold(e.Name) == "" {
		l.wrong(i, "name", "an entry without a name", "give it a key name:")
		return false
	}
	if t := string(e.Type); t != "" && !slices.Contains(entityTypes, t) {
		hint := wording.Of("one of %s", strings.Join(entityTypes, ", "))
		if slices.Contains(entityTypes, strings.ToUpper(t)) {
			hint = wording.Of("did you mean %q?", strings.ToUpper(t))
		}
		l.wrong(i, "type", wording.Of("unknown type %q", t), hint)
		e.Type = ""
	}
	aliases := e.Aliases
	e.Aliases = nil
	l.claim(i, e.Name, e.Name)
	for _, a := range aliases {
		a = strings.Join(strings.Fields(a), " ")
		if arabic.Fold(a) == "" {
			l.wrong(i, "aliases", "an alias without a letter", "")
			continue
		}
		if l.claim(i, a, e.Name) {
			e.Aliases = append(e.Aliases, a)
		}
	}
	return true
}

// claim notes that form means name; where another entry has it, it reports that
// and ok is false.
func (l *lexiconReader) claim(i int, form, name string) (ok bool) {
	key := arabic.Fold(form)
	if other, ok := l.forms[key]; ok && other != name {
		l.wrong(i, form, wording.Of("%q means %q already", form, other), "an alias can mean one name; the first has it")
		return false
	}
	l.forms[key] = name
	return true
}

// wrong reports trouble with entry i, on the first of its lines that has word.
func (l *lexiconReader) wrong(i int, word string, message, hint wording.Text) {
	p := corpus.Problem{Severity: corpus.Warning, Path: l.path, Message: message, Hint: hint}
	if i < len(l.at) {
		p.Line = l.at[i]
		end := len(l.lines)
		if i+1 < len(l.at) {
			end = l.at[i+1] - 1
		}
		for n := p.Line; n <= end; n++ {
			if strings.Contains(l.lines[n-1], word) {
				p.Line = n
				break
			}
		}
		p.Excerpt = shorten(l.lines[p.Line-1])
	}
	l.report(p)
}
