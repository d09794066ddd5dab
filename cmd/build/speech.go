package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/mattn/go-isatty"

	"mojaz/internal/build"
	"mojaz/internal/catalogue"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// asked gives the language of messages that a command line asks for, or the
// environment, or the configuration, in this order; "" is English. It reads the
// arguments before they are parsed, for what is wrong with them is said in that
// language, too.
func asked(args []string) string {
	return cmp.Or(flag(args, "--messages"), os.Getenv("MOJAZ_MESSAGES"), build.Messages(cmp.Or(flag(args, "--config"), "mojaz.yaml")))
}

// flag gives the last value of a flag among arguments.
func flag(args []string, name string) (value string) {
	for i, a := range args {
		if v, ok := strings.CutPrefix(a, name+"="); ok {
			value = v
		} else if a == name && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

// speech is a voice and its language.
type speech struct {
	wording.Voice
	language string
}

// voice gives the voice in which to print to w. On a terminal, names and paths
// are kept apart from the direction of the words around them.
func (c *cli) voice(w io.Writer) speech {
	s := speech{catalogue.Voice(c.Messages), c.Messages}
	if isTerminal(w) {
		s.Around = catalogue.Isolate
	}
	return s
}

// translated gives what a problem says where that is not English.
func (s speech) translated(p corpus.Problem) *translated {
	if s.Format == nil {
		return nil
	}
	return &translated{s.language, s.Say(p.Message), s.Say(p.Hint)}
}

func isTerminal(w io.Writer) bool {
	f, isFile := w.(*os.File)
	return isFile && isatty.IsTerminal(f.Fd())
}

// say prints a line.
func (c *cli) say(w io.Writer, t wording.Text) { fmt.Fprintln(w, c.voice(w).Say(t)) }

// translate puts the help of the commands and flags into the language of
// messages.
func (c *cli) translate(n *kong.Node) {
	v := c.voice(nil)
	if v.Format == nil {
		return
	}
	n.Help = v.Say(wording.Text(n.Help))
	values := n.Positional
	for _, f := range n.Flags {
		values = append(values, f.Value)
	}
	for _, value := range values {
		value.Help = strings.ReplaceAll(v.Say(wording.Text(value.OrigHelp)), "${default}", value.Default)
	}
	for _, child := range n.Children {
		c.translate(child)
	}
}

// The library's own words in a page of help, each a line or the beginning of one.
var ofHelp = []wording.Text{
	"Usage: ", "Arguments:", "Flags:", "Commands:", "Show context-sensitive help.",
	`Run "build <command> --help" for more information on a command.`,
}

// help prints a page of help.
func (c *cli) help(options kong.HelpOptions, ctx *kong.Context) error {
	out := ctx.Stdout
	var page bytes.Buffer
	ctx.Stdout = &page
	err := kong.DefaultHelpPrinter(options, ctx)
	ctx.Stdout = out
	text := page.String()
	for _, t := range ofHelp {
		text = strings.ReplaceAll("\n"+text, "\n"+string(t), "\n"+c.voice(nil).Say(t))[1:]
	}
	_, written := io.WriteString(out, text)
	return cmp.Or(err, written)
}

// What the library says of a command line that it cannot parse; the first that
// fits is taken.
var ofParser = []wording.Text{
	"unknown flag %s, did you mean %q?", "unknown flag %s", "unexpected argument %s, did you mean %q?", "unexpected argument %s",
	"missing flags: %s", "expected one of %s", "expected %q", "expected %s", "%s must be one of %s but got %q",
	"%s: expected %s value but got %q (%s)", "%s: missing value, expecting %q",
}

// ofKong says what is wrong with a command line.
func ofKong(err error) wording.Text {
	for _, format := range ofParser {
		if m := shape(format).FindStringSubmatch(err.Error()); m != nil {
			args := make([]any, len(m)-1)
			for i := range args {
				args[i] = m[i+1]
			}
			return wording.Of(format, args...)
		}
	}
	return wording.OfError(err)
}

// shape is the pattern of what a format with strings becomes.
func shape(format wording.Text) *regexp.Regexp {
	var b strings.Builder
	for _, p := range wording.Pieces(string(format)) {
		switch p.Verb {
		case "":
			b.WriteString(regexp.QuoteMeta(p.Words))
		case "q":
			b.WriteString(`"([^"]*)"`)
		default:
			b.WriteString(`(.+?)`)
		}
	}
	return regexp.MustCompile("^" + b.String() + "$")
}
