package catalogue

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"mojaz/internal/wording"
)

// program is the package that prints.
const (
	program     = "mojaz/cmd/build"
	wordingPath = "mojaz/internal/wording"
	textType    = wordingPath + ".Text"
)

// house is what the code of the program says.
type house struct {
	said   map[wording.Text]string // format → where
	ones   map[ast.Expr]bool       // formats for one, which have no entry of their own
	breach []string
}

// hear goes through the code of the program. Every constant of the type
// wording.Text is something said, and so is every help of a command line.
func hear(t *testing.T) house {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{
		Dir:  "../..",
		Mode: packages.NeedName | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedExportFile,
	}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	h := house{said: map[wording.Text]string{}, ones: map[ast.Expr]bool{}}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Fatal(e)
		}
		l := listener{house: &h, Package: p}
		for _, f := range p.Syntax {
			ast.Inspect(f, l.node)
		}
	}
	return h
}

// listener hears one package.
type listener struct {
	*house
	*packages.Package
}

func (l listener) where(n ast.Node) string {
	p := l.Fset.Position(n.Pos())
	return fmt.Sprintf("%s:%d", regexp.MustCompile(`.*/(internal|cmd)/`).ReplaceAllString(p.Filename, "$1/"), p.Line)
}

func (l listener) node(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Field:
		if n.Tag != nil && l.PkgPath == program {
			l.tag(n)
		}
	case *ast.CallExpr:
		l.call(n)
	case *ast.BinaryExpr:
		if l.PkgPath != wordingPath && l.isText(n) && l.TypesInfo.Types[n].Value == nil && n.Op.String() == "+" {
			l.breach = append(l.breach, l.where(n)+": words put together at run time: use wording.Of")
		}
	}
	e, ok := n.(ast.Expr)
	if !ok {
		return true
	}
	if v := l.TypesInfo.Types[e].Value; v != nil && l.isText(e) && v.Kind() == constant.String && !l.ones[e] {
		if s := wording.Text(constant.StringVal(v)); s != "" && l.said[s] == "" {
			l.said[s] = l.where(n)
		}
		return false
	}
	return true
}

func (l listener) isText(e ast.Expr) bool {
	t := l.TypesInfo.Types[e].Type
	return t != nil && t.String() == textType
}

// tag hears the help of a flag or a command.
func (l listener) tag(f *ast.Field) {
	s, _ := strconv.Unquote(f.Tag.Value)
	if help := reflect.StructTag(s).Get("help"); help != "" {
		l.said[wording.Text(help)] = l.where(f)
	}
}

// call holds the calls of wording's functions to the arguments of their formats,
// and finds words that are said past them.
func (l listener) call(c *ast.CallExpr) {
	if tv := l.TypesInfo.Types[c.Fun]; tv.IsType() && tv.Type.String() == textType && l.PkgPath != wordingPath {
		if l.TypesInfo.Types[c.Args[0]].Value == nil && !keys[l.PkgPath] {
			l.breach = append(l.breach, l.where(c)+": words that are no constant: use wording.Of or wording.Verbatim")
		}
		return
	}
	sel, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	fn, ok := l.TypesInfo.Uses[sel.Sel].(*types.Func)
	if !ok || fn.Pkg() == nil {
		return
	}
	name := fn.Pkg().Path() + "." + fn.Name()
	switch {
	case name == wordingPath+".Count":
		l.ones[c.Args[1]] = true
	case name == wordingPath+".Of" || name == wordingPath+".Errorf":
		l.arguments(c)
	case l.PkgPath == program && (strings.HasPrefix(name, "fmt.Fprint") || name == "fmt.Errorf"):
		l.printed(c)
	}
}

// arguments compares the verbs of a constant format with the arguments.
func (l listener) arguments(c *ast.CallExpr) {
	v := l.TypesInfo.Types[c.Args[0]].Value
	if v == nil || c.Ellipsis.IsValid() {
		return
	}
	verbs := verbsOf(constant.StringVal(v))
	if len(verbs) != len(c.Args)-1 {
		l.breach = append(l.breach, fmt.Sprintf("%s: %d verbs and %d arguments", l.where(c), len(verbs), len(c.Args)-1))
		return
	}
	for i, a := range c.Args[1:] {
		if b, ok := l.TypesInfo.Types[a].Type.Underlying().(*types.Basic); ok && !fits(verbs[i], b) {
			l.breach = append(l.breach, fmt.Sprintf("%s: %%%s of %s", l.where(c), verbs[i], b))
		}
	}
}

// fits reports whether a verb can print a value of a type.
func fits(verb string, b *types.Basic) bool {
	switch verb[len(verb)-1] {
	case 'd':
		return b.Info()&types.IsInteger != 0
	case 'f':
		return b.Info()&types.IsFloat != 0
	case 's', 'q':
		return b.Info()&types.IsString != 0
	}
	return true
}

// printed finds what the program prints without saying it.
func (l listener) printed(c *ast.CallExpr) {
	for _, a := range c.Args {
		v := l.TypesInfo.Types[a].Value
		if v != nil && v.Kind() == constant.String && !l.isText(a) && letters.MatchString(noVerbs.ReplaceAllString(constant.StringVal(v), "")) {
			l.breach = append(l.breach, l.where(c)+": printed, but not said in the language of messages")
		}
	}
}

var (
	letters = regexp.MustCompile(`\pL`)
	noVerbs = regexp.MustCompile(`%[-.0-9\[\]]*\pL|\.(html|epub)\b`)
)

// keys are the packages that look things up by words which they are given.
var keys = map[string]bool{"mojaz/internal/catalogue": true, program: true}

// verbsOf gives the verbs of a format by argument.
func verbsOf(format string) []string {
	var out []string
	for _, p := range wording.Pieces(format) {
		if p.Verb == "" {
			continue
		}
		for len(out) <= p.Arg {
			out = append(out, "")
		}
		out[p.Arg] = p.Verb
	}
	return out
}

// Everything that the program says has an Arabic counterpart, with the same
// verbs, and nothing else is in the catalogue.
func TestComplete(t *testing.T) {
	h := hear(t)
	for _, b := range h.breach {
		t.Error(b)
	}
	for _, key := range slices.Sorted(maps.Keys(h.said)) {
		if e, ok := arabic()[key]; !ok && needed(string(key)) {
			t.Errorf("%s: nothing in ar.yaml for %q", h.said[key], string(key))
		} else if ok {
			for _, w := range wrong(e) {
				t.Errorf("ar.yaml: %q: %s", e.EN, w)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(arabic())) {
		if h.said[key] == "" {
			t.Errorf("ar.yaml: %q is said nowhere in the code", string(key))
		}
	}
	if len(h.said) < 300 {
		t.Errorf("%d things said, which is too few: the listener is deaf", len(h.said))
	}
}

// needed reports whether a format has words to translate: "%s: %s" has none.
func needed(format string) bool {
	return letters.MatchString(noVerbs.ReplaceAllString(strings.ReplaceAll(format, "%w", "%s"), ""))
}

// numbered are the forms in which the number itself may be left out, for the
// word says it.
var numbered = map[string]bool{"zero": true, "one": true, "two": true}

// wrong gives what is wrong with an entry by itself.
func wrong(e entry) (out []string) {
	forms := map[string]string{"ar": e.AR, "zero": e.Zero, "one": e.One, "two": e.Two, "few": e.Few, "many": e.Many, "other": e.Other}
	want := verbsOf(e.EN)
	for _, name := range slices.Sorted(maps.Keys(forms)) {
		form := forms[name]
		if form == "" {
			continue
		}
		if got := verbsOf(form); !slices.Equal(got, want) && !(numbered[name] && slices.Equal(slices.DeleteFunc(slices.Clone(want), isNumber), got)) {
			out = append(out, fmt.Sprintf("%s has the verbs %q, want %q", name, got, want))
		}
		if strings.Count(form, "\n") != strings.Count(e.EN, "\n") {
			out = append(out, name+" has another number of lines")
		}
		if form != e.EN && !regexp.MustCompile(`\p{Arabic}`).MatchString(form) {
			out = append(out, name+" is not Arabic")
		}
	}
	if (e.AR == "") != (e.One != "" && e.Two != "" && e.Few != "" && e.Many != "" && e.Other != "") {
		out = append(out, "want either ar or all of one, two, few, many and other")
	}
	return out
}

func isNumber(verb string) bool { return verb == "d" }

// What is wrong with an entry is found.
func TestWrong(t *testing.T) {
	for _, c := range []struct {
		entry entry
		want  string
	}{
		{entry{EN: "a %s %d", AR: "أ %[2]d %[1]s"}, ""},
		{entry{EN: "a %s %d", AR: "أ %d %s"}, "verbs"},
		{entry{EN: "a %s", AR: "أ"}, "verbs"},
		{entry{EN: "a\nb", AR: "أ"}, "lines"},
		{entry{EN: "a", AR: "b"}, "not Arabic"},
		{entry{EN: "absURL", AR: "absURL"}, ""},
		{entry{EN: "%d pages", One: "صفحة", Two: "صفحتان", Few: "%d صفحات", Many: "%d صفحة", Other: "%d صفحة"}, ""},
		{entry{EN: "%d pages", One: "صفحة", Two: "صفحتان", Few: "صفحات", Many: "%d صفحة", Other: "%d صفحة"}, "few has the verbs"},
		{entry{EN: "%d pages", One: "صفحة", Other: "%d صفحة"}, "either"},
	} {
		if got := strings.Join(wrong(c.entry), "; "); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("wrong(%+v) = %q, want %q", c.entry, got, c.want)
		}
	}
}

// Numbers take the form that Arabic wants.
func TestPlural(t *testing.T) {
	v := Voice("ar")
	for n, want := range map[int]string{
		0: "لا صفحات", 1: "صفحة واحدة", 2: "صفحتان", 3: "3 صفحات", 10: "10 صفحات", 11: "11 صفحة", 99: "99 صفحة",
		100: "100 صفحة", 102: "102 صفحة", 103: "103 صفحات", 1000: "1000 صفحة",
	} {
		if got := v.Say(wording.Count(n, "%d page", "%d pages")); got != want {
			t.Errorf("%d pages = %q, want %q", n, got, want)
		}
	}
}

func TestIsolate(t *testing.T) {
	for s, want := range map[string]string{"": "", "  ": "  ", "seeds/x": "\u2068seeds/x\u2069"} {
		if got := Isolate(s); got != want {
			t.Errorf("Isolate(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestParse(t *testing.T) {
	for _, src := range []string{"entries:\n  - en: a\n    ar: ب\n  - en: a\n    ar: ت\n", "entries:\n  - en: a\n    arr: ب\n", "entrys: []\n"} {
		if _, err := parse("x.yaml", []byte(src)); err == nil {
			t.Errorf("parse(%q) = no error, want one", src)
		}
	}
}
