package main

import (
	"io"

	"mojaz/internal/archive"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// verifyCmd is the command line of build verify.
type verifyCmd struct {
	Copy string `arg:"" type:"path" help:"A copy of a site: its folder, its ZIP, a book, or a single file of HTML."`

	Pubkey string `name:"pubkey" placeholder:"KEY" help:"Check the signature of a folder or a ZIP, too, with this public key, or the file that holds it."`
}

// verify compares a copy of a site with its list of hashes and prints what is
// missing, changed or added.
func (c *cli) verify(out, errs io.Writer) int {
	faults, checked, err := archive.Check(c.Verify.Copy)
	if err == nil {
		faults, err = c.signature(faults)
	}
	if err != nil {
		return c.fail(errs, wording.Errorf("verify: %w", err))
	}
	for _, f := range faults {
		if c.forTools() {
			c.printProblems(errs, []corpus.Problem{{Severity: corpus.Fault, Path: f.Path, Message: f.What}})
		} else {
			c.say(out, f.Wording())
		}
	}
	if len(faults) > 0 {
		return exitProblems
	}
	if !c.Quiet {
		c.say(out, wording.Of("%s, all as they were published", files(checked)))
	}
	return exitDone
}
