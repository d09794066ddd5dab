package main

import (
	"io"
	"os"

	"mojaz/internal/archive"
	"mojaz/internal/sign"
	"mojaz/internal/wording"
)

// signCmd is the command line of build sign.
type signCmd struct {
	Folder string `arg:"" type:"path" help:"The folder of the finished site, such as public."`
	Key    string `required:"" type:"path" placeholder:"FILE" help:"A private key of minisign, from anywhere but the site or a repository. The password of one that has one is read from MOJAZ_KEY_PASSWORD."`
}

// sign signs the list of hashes of a site.
func (c *cli) sign(out, errs io.Writer) int {
	if err := sign.Site(c.Sign.Folder, c.Sign.Key, os.Getenv(sign.PasswordVariable)); err != nil {
		return c.fail(errs, wording.Errorf("sign: %w", err))
	}
	if !c.Quiet {
		c.say(out, wording.Of("%s signed: %s", archive.SumsName, sign.Name))
	}
	return exitDone
}

// signature gives what is wrong with the signature of a copy, if a key to check
// it with was given, before the faults of the copy.
func (c *cli) signature(faults []archive.Fault) ([]archive.Fault, error) {
	if c.Verify.Pubkey == "" {
		return faults, nil
	}
	copy, closer, err := archive.Open(c.Verify.Copy)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	unsigned, err := sign.Check(copy, c.Verify.Pubkey)
	return append(unsigned, faults...), err
}
