package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"mojaz/internal/build"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// forTools reports whether problems are printed for a program to read. Then
// they, and nothing else, go to the standard output.
func (c *cli) forTools() bool { return c.Format != "text" }

// printProblems prints each problem in the format that was asked for, with the
// line it speaks of.
func (c *cli) printProblems(w io.Writer, problems []corpus.Problem) {
	for _, p := range problems {
		if c.Quiet && p.Severity == corpus.Note {
			continue
		}
		p.Path = c.onDisk(p.Path)
		switch c.Format {
		case "json":
			fmt.Fprintln(w, asJSON(p, c.voice(nil)))
		case "github":
			fmt.Fprintln(w, asAnnotation(p, c.voice(nil)))
		default:
			c.say(w, p.Wording())
			if p.Excerpt != "" {
				c.say(w, wording.Of("    %s", p.Excerpt))
			}
		}
	}
}

// fail prints why a command could not do its work and gives the exit code.
func (c *cli) fail(errs io.Writer, err error) int {
	if errors.Is(err, context.Canceled) {
		err = wording.Errorf("stopped; public/ is as it was")
	}
	if c.forTools() {
		c.printProblems(errs, build.Trouble(err))
	} else {
		c.say(errs, wording.Of("build: %s", wording.OfError(err)))
	}
	return exitFailed
}

// translated is what a problem says in another language than English.
type translated struct {
	Language string `json:"language"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// asJSON writes a problem as one line of JSON. All keys are always there.
// Message and hint are English whatever the language of messages, so that a
// program finds what it looks for; code is the message before its arguments
// were put in, the same for all problems of a kind.
func asJSON(p corpus.Problem, v speech) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(struct {
		Severity string `json:"severity"` // "note", "warning" or "error"
		Path     string `json:"path"`
		Line     int    `json:"line"` // from 1; 0 is the whole file
		Col      int    `json:"col"`  // from 1, in code points; 0 is the whole line
		Code     string `json:"code"`
		Message  string `json:"message"`
		Hint     string `json:"hint"`
		Excerpt  string `json:"excerpt"`

		Translated *translated `json:"translated"` // null in English
	}{p.Severity.String(), p.Path, p.Line, p.Col, string(p.Message.Key()), p.Message.String(), p.Hint.String(), p.Excerpt, v.translated(p)})
	if err != nil {
		panic(err) // strings and numbers can always be written
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// What may not stand in the message and in a property of an annotation.
var (
	inMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// asAnnotation writes a problem as a workflow command of GitHub Actions, which
// shows it beside the line: "::error file=a.md,line=3,col=1::message".
func asAnnotation(p corpus.Problem, v speech) string {
	var b strings.Builder
	b.WriteString("::" + map[corpus.Severity]string{corpus.Note: "notice", corpus.Warning: "warning", corpus.Fault: "error"}[p.Severity])
	if p.Path != "" {
		b.WriteString(" file=" + inProperty.Replace(p.Path))
		if p.Line > 0 {
			b.WriteString(",line=" + strconv.Itoa(p.Line))
			if p.Col > 0 {
				b.WriteString(",col=" + strconv.Itoa(p.Col))
			}
		}
	}
	message := v.Say(p.Message)
	if p.Hint != "" {
		message += " (" + v.Say(p.Hint) + ")"
	}
	return b.String() + "::" + inMessage.Replace(message)
}
