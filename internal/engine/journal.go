package engine

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"text/template/parse"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// journal collects what templates warn of and what Hugo would have printed.
type journal struct {
	sources *sources
	mu      sync.Mutex
	said    map[corpus.Problem]bool
}

// add keeps a problem once.
func (j *journal) add(p corpus.Problem) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.said == nil {
		j.said = map[corpus.Problem]bool{}
	}
	j.said[p] = true
}

// problems gives all so far in order.
func (j *journal) problems() []corpus.Problem {
	j.mu.Lock()
	defer j.mu.Unlock()
	ps := slices.Collect(maps.Keys(j.said))
	slices.SortFunc(ps, func(a, b corpus.Problem) int { return cmp.Compare(a.String(), b.String()) })
	return corpus.SortProblems(ps)
}

// logger is a logger for Hugo that prints nothing.
func (j *journal) logger() loggers.Logger {
	return loggers.New(loggers.Options{
		Level: logg.LevelWarn, StdOut: io.Discard, StdErr: io.Discard,
		HandlerPost: func(e *logg.Entry) error {
			j.add(logged(e))
			return nil
		},
	})
}

// logged makes a problem of a log entry. Hugo names no place in most of them.
func logged(e *logg.Entry) corpus.Problem {
	p := corpus.Problem{Severity: corpus.Warning, Path: templatesDir, Message: wording.Verbatim(oneLine(userPath(e.Message)))}
	if e.Level >= logg.LevelError {
		p.Severity = corpus.Fault
	}
	// i18n|MISSING_TRANSLATION|ar|pages
	if parts := strings.Split(e.Message, "|"); len(parts) == 4 && parts[1] == "MISSING_TRANSLATION" {
		p.Path = templatesDir + "/i18n/" + parts[2] + ".yaml"
		p.Message = wording.Of("no translation of %q", parts[3])
	}
	return p
}

// warn keeps a warning of a template: at the call that has this format, if one
// of the files named has one such call, and of the first file otherwise.
func (j *journal) warn(filenames []string, format, message string) {
	p := corpus.Problem{Severity: corpus.Warning, Path: templatesDir, Message: wording.Verbatim(oneLine(message))}
	for _, name := range filenames {
		f := j.sources.find(name)
		if f == nil {
			continue
		}
		if at := f.warns[format]; len(at) == 1 {
			p = f.at(at[0], wording.Verbatim(oneLine(message)))
			p.Severity = corpus.Warning
			break
		}
		if p.Path == templatesDir {
			p.Path = f.path
		}
	}
	j.add(p)
}

// warning keeps where n warns, if it does. {{ .X | warnf "f" }} is seen too.
func (f *source) warning(n parse.Node) {
	cmd, ok := n.(*parse.CommandNode)
	if !ok {
		return
	}
	switch called(cmd.Args[0]) {
	case "warnf", "warnidf", "fmt.Warnf", "fmt.Warnidf", "fmt.Warnmf":
	default:
		return
	}
	for _, arg := range cmd.Args {
		if s, ok := arg.(*parse.StringNode); ok {
			f.warns[s.Text] = append(f.warns[s.Text], start(cmd.Args[0]))
		}
	}
}
