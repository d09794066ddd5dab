package engine

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/tpl"
	"github.com/gohugoio/hugo/tpl/css"
	hugofmt "github.com/gohugoio/hugo/tpl/fmt"
	"github.com/gohugoio/hugo/tpl/js"
	"github.com/gohugoio/hugo/tpl/resources"
	hugotime "github.com/gohugoio/hugo/tpl/time"
	"github.com/gohugoio/hugo/tpl/tplimplinit"
	"github.com/gohugoio/hugo/tpl/urls"

	"mojaz/internal/corpus"
)

// namespace is how Hugo registers a group of functions: a function that gives
// the value whose methods they are.
type namespace = func(context.Context, ...any) (any, error)

// functions gives Hugo's functions with ours in place of those that would act on
// the machine, and the caller's own.
func functions(opt Options, d *deps.Deps, log *journal) (map[string]any, error) {
	funcs := tplimplinit.CreateFuncMap(d)
	for name, f := range opt.Funcs {
		if funcs[name] != nil || builtin[name] {
			return nil, fmt.Errorf("function %q: Hugo has one of that name", name)
		}
		funcs[name] = f
	}
	assets, err := space[*resources.Namespace](funcs, "resources")
	if err != nil {
		return nil, err
	}
	replace(funcs, "resources", &resourcesSpace{assets, func(name, text string) error {
		return checkAsset(funcs, name, text)
	}})
	styles, err1 := space[*css.Namespace](funcs, "css")
	scripts, err2 := space[*js.Namespace](funcs, "js")
	from := imports{assets, func(name string) bool {
		info, err := d.BaseFs.Assets.Fs.Stat(name)
		return err == nil && !info.IsDir()
	}}
	replace(funcs, "css", &cssSpace{styles, from})
	replace(funcs, "js", &jsSpace{scripts, from})
	err3 := replaceClock(funcs)
	err4 := replaceMessages(funcs, log)
	err5 := replaceAddress(funcs, opt.BaseURL)
	return funcs, errors.Join(err1, err2, err3, err4, err5)
}

// space gives the value behind a namespace.
func space[T any](funcs map[string]any, name string) (T, error) {
	var none T
	f, ok := funcs[name].(namespace)
	if !ok {
		return none, fmt.Errorf("hugo: no namespace %q", name)
	}
	v, err := f(context.Background())
	if err != nil {
		return none, err
	}
	t, ok := v.(T)
	if !ok {
		return none, fmt.Errorf("hugo: namespace %q is a %T", name, v)
	}
	return t, nil
}

// replace puts another value behind a namespace. Calls of the namespace with an
// argument, {{ time "2025-08-31" }}, stay Hugo's.
func replace(funcs map[string]any, name string, v any) {
	old := funcs[name].(namespace)
	funcs[name] = func(ctx context.Context, args ...any) (any, error) {
		if len(args) > 0 {
			return old(ctx, args...)
		}
		return v, nil
	}
}

// checkAsset checks an asset that is about to be executed as a template.
func checkAsset(funcs map[string]any, name, text string) error {
	f := newSource(name, text)
	f.path = assetsDir + "/" + name
	if f.err != nil {
		return &Error{[]corpus.Problem{f.syntaxProblem()}}
	}
	c := checker{funcs: funcs}
	if ps := c.source(f); len(ps) > 0 {
		return &Error{corpus.SortProblems(ps)}
	}
	return nil
}

// timeSpace is the namespace time without its clock, for a template that gets at
// it through a variable.
type timeSpace struct{ *hugotime.Namespace }

// Now fails.
func (timeSpace) Now() (any, error) { return nil, errors.New(useAsOf) }

func replaceClock(funcs map[string]any) error {
	ns, err := space[*hugotime.Namespace](funcs, "time")
	if err == nil {
		replace(funcs, "time", timeSpace{ns})
	}
	return err
}

// fmtSpace is the namespace fmt with errors that stop and warnings that are
// collected.
type fmtSpace struct {
	*hugofmt.Namespace
	log *journal
}

func replaceMessages(funcs map[string]any, log *journal) error {
	ns, err := space[*hugofmt.Namespace](funcs, "fmt")
	if err != nil {
		return err
	}
	s := fmtSpace{ns, log}
	replace(funcs, "fmt", s)
	funcs["errorf"], funcs["erroridf"] = s.Errorf, s.Erroridf
	funcs["warnf"], funcs["warnidf"] = s.Warnf, s.Warnidf
	return nil
}

// Errorf stops the template.
func (s fmtSpace) Errorf(format string, args ...any) (string, error) {
	return "", fmt.Errorf(format, args...)
}

// Erroridf stops the template; no error can be silenced by its id.
func (s fmtSpace) Erroridf(_, format string, args ...any) (string, error) {
	return s.Errorf(format, args...)
}

// Errormf stops the template.
func (s fmtSpace) Errormf(_ any, format string, args ...any) (string, error) {
	return s.Errorf(format, args...)
}

// Warnf collects a warning and writes nothing.
func (s fmtSpace) Warnf(ctx context.Context, format string, args ...any) string {
	var files []string
	if t := tpl.Context.CurrentTemplate.Get(ctx); t != nil {
		files = append(files, t.Filename(), baseFilename(t))
	}
	s.log.warn(files, format, fmt.Sprintf(format, args...))
	return ""
}

// Warnidf collects a warning; none can be silenced by its id.
func (s fmtSpace) Warnidf(ctx context.Context, _, format string, args ...any) string {
	return s.Warnf(ctx, format, args...)
}

// Warnmf collects a warning.
func (s fmtSpace) Warnmf(ctx context.Context, _ any, format string, args ...any) string {
	return s.Warnf(ctx, format, args...)
}

// urlsSpace is the namespace urls. Hugo is told of no address of the site: it
// would set the address's path before every .RelPermalink.
type urlsSpace struct {
	*urls.Namespace
	base string
}

func replaceAddress(funcs map[string]any, base string) error {
	ns, err := space[*urls.Namespace](funcs, "urls")
	if err == nil {
		s := urlsSpace{ns, base}
		replace(funcs, "urls", s)
		funcs["absURL"] = s.AbsURL
	}
	return err
}

// AbsURL puts the site's address before a path.
func (s urlsSpace) AbsURL(to string) (string, error) {
	if s.base == "" {
		return "", errors.New("the site has no address: ask {{ with site.BaseURL }} first")
	}
	return strings.TrimSuffix(s.base, "/") + "/" + strings.TrimPrefix(to, "/"), nil
}
