// Command build turns a folder of Arabic source documents into a briefing
// site: annotated Markdown in content/ that people can correct, and a
// right-to-left website in public/ that opens from disk and from any host.
package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/alecthomas/kong"

	"mojaz/internal/build"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// Exit codes, as --help states them.
const (
	exitDone     = 0
	exitProblems = 1 // done, but there were problems and --strict was given
	exitFailed   = 2
)

// version is the program's own; the about page names it.
const version = "0.1"

// cli is the command line. Kong reads the tags.
type cli struct {
	Build   buildCmd   `cmd:"" name:"all" default:"withargs" help:"Do everything: seeds to content, content to public. This is what happens without a command."`
	Text    textCmd    `cmd:"" help:"Read seeds/ and write content/ only. What you edited there is kept."`
	Site    siteCmd    `cmd:"" help:"Make public/ from content/ only."`
	New     newCmd     `cmd:"" help:"Make the folder of a new affair, with files that say what can be set there."`
	Import  importCmd  `cmd:"" help:"Copy documents into a dossier, with safe names, and say which are there already."`
	Serve   serveCmd   `cmd:"" help:"Show the site on this computer as it becomes: build, serve, build again when a file changes, reload the page and say on it what is wrong."`
	Check   checkCmd   `cmd:"" help:"Run every gate and write nothing: what is wrong with seeds/, content/, templates and pages, and which edits are stale."`
	Explain explainCmd `cmd:"" help:"Print what is found in one document or dossier, each finding with its place and the rule that found it."`
	Deploy  deployCmd  `cmd:"" help:"Bring public/ to a host: a folder or an S3-compatible store. Only what changed is uploaded, and no page ever leads to a file that is not there."`
	Sign    signCmd    `cmd:"" help:"Sign the hashes of a finished site with a key of minisign, so that a copy can be told from a forgery."`
	Verify  verifyCmd  `cmd:"" help:"Compare a copy of a site, a folder or a ZIP, with the hashes that were published with it."`

	Seeds     string `type:"path" default:"seeds" placeholder:"DIR" help:"Folder of dossiers; each sub-folder is one affair, its files are the sources (default: ${default})."`
	Content   string `type:"path" default:"content" placeholder:"DIR" help:"Folder of the briefings in Markdown, yours to edit (default: ${default})."`
	Public    string `type:"path" default:"public" placeholder:"DIR" help:"Folder of the finished site (default: ${default})."`
	Templates string `type:"path" default:"templates" placeholder:"DIR" help:"Your Hugo templates; a file there replaces the built-in one of that name (default: ${default})."`
	Assets    string `type:"path" default:"assets" placeholder:"DIR" help:"Your styles, fonts and pictures, in the same way (default: ${default})."`
	Config    string `type:"path" default:"mojaz.yaml" placeholder:"FILE" help:"Settings; the file need not exist (default: ${default})."`
	Cache     string `type:"path" placeholder:"DIR" help:"Folder of what earlier builds worked out, so that the next one is quick; it may be deleted at any time (default: .mojaz-cache beside content/)."`
	NoCache   bool   `name:"no-cache" help:"Work out everything anew, and keep nothing."`
	Limit     int64  `default:"16" placeholder:"MIB" help:"Largest source that is read, in MiB (default: ${default})."`
	Strict    bool   `help:"Exit with 1 when anything was reported, even though the site was made."`
	Lenient   bool   `help:"Publish even if a sentence of a briefing is not in its source."`
	Format    string `enum:"text,json,github" default:"text" placeholder:"FORMAT" help:"How problems are printed: text, json (one object a line) or github (annotations of a workflow). In the last two they alone go to the standard output."`
	JSON      bool   `name:"json" help:"The same as --format json."`
	Quiet     bool   `short:"q" help:"Print problems only."`
	Messages  string `enum:"en,ar," default:"" env:"MOJAZ_MESSAGES" placeholder:"LANGUAGE" help:"Language of what the program prints: en or ar (default: messages: in mojaz.yaml, else en)."`

	Precompress bool `help:"Put .gz, .br and .zst files beside the text files of the site, for servers that send them."`

	Version kong.VersionFlag `help:"Print the version."`
}

type (
	buildCmd struct{}
	textCmd  struct{}
	siteCmd  struct{}
)

const description wording.Text = `Turn a folder of Arabic source documents into a briefing site.

Put the documents of one affair (.txt, .md, .html) into a folder of their own
below seeds/ and run build. It writes one briefing in Markdown for each of them
to content/, which you may edit and build again, and the website to public/:
open public/index.html, or copy the folder to any web server.

Exit codes: 0 done; 1 done, with problems (build check; all commands under
--strict; a copy that differs); 2 not done. Notes are no problems.`

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its surroundings passed in; it gives the exit code.
func run(args []string, out, errs io.Writer) int {
	c := cli{Messages: asked(args)}
	code := -1
	parser, err := kong.New(&c,
		kong.Name("build"), kong.Description(c.voice(out).Say(description)), kong.Vars{"version": "mojaz " + version},
		kong.Writers(out, errs), kong.Exit(func(n int) { code = n }), kong.Help(c.help),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}))
	if err != nil {
		fmt.Fprintln(errs, err)
		return exitFailed
	}
	c.translate(parser.Model.Node)
	ctx, err := parser.Parse(args)
	if code >= 0 { // --help or --version
		return code
	}
	c.Messages = asked(args)
	if err != nil {
		c.say(errs, wording.Of("build: %s\nbuild --help lists the commands and flags.", ofKong(err)))
		return exitFailed
	}
	if c.JSON {
		c.Format = "json"
	}
	if c.forTools() {
		out, errs = errs, out
	}
	switch ctx.Selected().Name {
	case "new":
		return c.start(out, errs)
	case "import":
		return c.take(out, errs)
	case "serve":
		return c.serve(out, errs)
	case "check":
		return c.check(out, errs)
	case "explain":
		return c.explain(out, errs)
	case "deploy":
		return c.deploy(out, errs)
	case "sign":
		return c.sign(out, errs)
	case "verify":
		return c.verify(out, errs)
	}
	return c.run(ctx.Selected().Name, out, errs)
}

// run builds as the command line says and prints what came of it.
func (c *cli) run(command string, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	began := time.Now()
	bar := c.newProgress(errs, c.Quiet || c.forTools())
	opt := c.options()
	opt.Text, opt.Site, opt.Progress = command != "site", command != "text", bar.step
	report, err := build.Run(ctx, opt)
	bar.finish()
	c.printProblems(errs, report.Problems)
	if err != nil {
		return c.fail(errs, err)
	}
	if !c.Quiet {
		c.printSummary(out, report, time.Since(began))
	}
	if c.Strict && report.Worst() >= corpus.Warning {
		return exitProblems
	}
	return exitDone
}

// options gives what the command line says of where everything is, as it is
// called from here: the paths are part of messages.
func (c *cli) options() build.Options {
	return build.Options{
		Seeds: relative(c.Seeds), Content: relative(c.Content), Public: relative(c.Public),
		Templates: relative(c.Templates), Assets: relative(c.Assets), Config: relative(c.Config),
		Lenient: c.Lenient, Precompress: c.Precompress, Limit: c.Limit << 20, Version: version, Cache: relative(c.cache()),
	}
}

// cache gives the folder of what earlier builds worked out, "" for none.
func (c *cli) cache() string {
	if c.NoCache {
		return ""
	}
	return cmp.Or(c.Cache, filepath.Join(filepath.Dir(c.Content), ".mojaz-cache"))
}
