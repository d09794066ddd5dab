package engine

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"text/template/parse"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"

	"mojaz/internal/corpus"
)

// journal collects what templates warn of and what Hugo would have printed.
type journal struct {
	sources *sources
	mu      sync.Mutex
	said    []corpus.Problem
}

// add keeps a problem once.
func (j *journal) add(p corpus.Problem) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if !slices.Contains(j.said, p) {
		j.said = append(j.said, p)
	}
}

// problems gives all so far in order.
func (j *journal) problems() []corpus.Problem {
	j.mu.Lock()
	defer j.mu.Unlock()
	return corpus.SortProblems(slices.Clone(j.said))
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
	p := corpus.Problem{Severity: corpus.Warning, Path: templatesDir, Message: oneLine(userPath(e.Message))}
	if e.Level >= logg.LevelError {
		p.Severity = corpus.Fault
	}
	// i18n|MISSING_TRANSLATION|ar|pages
	if parts := strings.Split(e.Message, "|"); len(parts) == 4 && parts[1] == "MISSING_TRANSLATION" {
		p.Path = templatesDir + "/i18n/" + parts[2] + ".yaml"
		p.Message = fmt.Sprintf("no translation of %q", parts[3])
	}
	return p
}

// warn keeps a warning of a template: of the file named, at the call that has
// this format if there is one such call, and of the whole file otherwise.
func (j *journal) warn(files []string, format, message string) {
	p := corpus.Problem{Severity: corpus.Warning, Path: templatesDir, Message: oneLine(message)}
	for _, name := range files {
		f := j.sources.find(name)
		if f == nil {
			continue
		}
		p.Path = f.path
		if pos := f.warnings(format); len(pos) == 1 {
			at := f.at(pos[0], p.Message)
			at.Severity = corpus.Warning
			j.add(at)
			return
		}
	}
	j.add(p)
}

// warnings finds the calls in f that warn with a format.
func (f *source) warnings(format string) []parse.Pos {
	var at []parse.Pos
	for _, name := range f.names() {
		walk(f.trees[name].Root, func(n parse.Node) {
			cmd, ok := n.(*parse.CommandNode)
			if !ok || !strings.Contains(strings.ToLower(called(cmd.Args[0])), "warn") {
				return
			}
			for _, arg := range cmd.Args {
				if s, ok := arg.(*parse.StringNode); ok && s.Text == format {
					at = append(at, start(cmd.Args[0]))
				}
			}
		})
	}
	return at
}
