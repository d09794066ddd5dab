package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
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
			fmt.Fprintln(w, asJSON(p))
		case "github":
			fmt.Fprintln(w, asAnnotation(p))
		default:
			fmt.Fprintln(w, p)
			if p.Excerpt != "" {
				fmt.Fprintf(w, "    %s\n", p.Excerpt)
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
		fmt.Fprintf(errs, "build: %v\n", err)
	}
	return exitFailed
}

// asJSON writes a problem as one line of JSON. All keys are always there.
func asJSON(p corpus.Problem) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(struct {
		Severity string `json:"severity"` // "note", "warning" or "error"
		Path     string `json:"path"`
		Line     int    `json:"line"` // from 1; 0 is the whole file
		Col      int    `json:"col"`  // from 1, in code points; 0 is the whole line
		Message  string `json:"message"`
		Hint     string `json:"hint"`
		Excerpt  string `json:"excerpt"`
	}{p.Severity.String(), p.Path, p.Line, p.Col, p.Message.String(), p.Hint.String(), p.Excerpt})
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
func asAnnotation(p corpus.Problem) string {
	var b strings.Builder
	b.WriteString("::" + map[corpus.Severity]string{corpus.Note: "notice", corpus.Warning: "warning", corpus.Fault: "error"}[p.Severity])
	if p.Path != "" {
		b.WriteString(" file=" + inProperty.Replace(p.Path))
		if p.Line > 0 {
			fmt.Fprintf(&b, ",line=%d", p.Line)
			if p.Col > 0 {
				fmt.Fprintf(&b, ",col=%d", p.Col)
			}
		}
	}
	message := p.Message.String()
	if p.Hint != "" {
		message += " (" + p.Hint.String() + ")"
	}
	return b.String() + "::" + inMessage.Replace(message)
}
