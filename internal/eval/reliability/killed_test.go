package main

import (
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

var (
	kills = flag.Int("kills", 200, "how often TestKilled kills a build")
	seed  = flag.Uint64("seed", 0, "of the moments at which builds are killed; 0 takes one of the clock, and prints it")
)

// lanes is how many places builds are killed in at once.
const lanes = 4

// TestKilled kills the program at random moments, each time in the middle of a
// build that has something to change, and looks at what is left. One half of the
// moments is spread over a whole build, the other over its last part, from when the
// new site is begun beside the old one: there lies the switch.
func TestKilled(t *testing.T) {
	if *seed == 0 {
		*seed = uint64(time.Now().UnixNano())
	}
	t.Logf("-seed %d", *seed)
	for lane := range lanes {
		t.Run(string(rune('a'+lane)), func(t *testing.T) {
			t.Parallel()
			k := killer{place: newPlace(t, t.TempDir()), Rand: rand.New(rand.NewPCG(*seed, uint64(lane)))}
			k.all(*kills / lanes)
		})
	}
}

// killer kills builds at one place.
type killer struct {
	*place
	*rand.Rand
	tail time.Duration // what the last part of a build takes, of late
}

func (k *killer) all(kills int) {
	k.tail = k.long / 4
	killed, late, sites, files := 0, 0, 0, 0
	for killed < kills {
		if late > 10*kills+100 {
			k.Fatalf("only %d builds of %d could be killed before they were done", killed, killed+late)
		}
		k.change()
		before := k.whole()
		wait := k.anywhere
		if killed%2 == 1 {
			wait = k.switching
		}
		if !k.one(wait) {
			late++
			k.done()
			continue
		}
		killed++
		site, fresh := k.survives(before)
		if site {
			sites++
		}
		files += fresh
	}
	k.unharmed()
	counted(k.T, "kills", killed)
	counted(k.T, "killed-after-switch", sites)
	counted(k.T, "edits-beside-kills", 2*k.edits)
	k.Logf("%d builds killed, %d done before, %d new sites, %d new files of content/", killed, late, sites, files)
	if sites == killed || files == 0 {
		k.Error("the moments are not spread: no kill found the site old, or no content new")
	}
}

// one starts a build and kills it after wait; false means that it was done
// before.
func (k *killer) one(wait func(done <-chan bool)) bool {
	cmd := k.command("--quiet")
	if err := cmd.Start(); err != nil {
		k.Fatal(err)
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		cmd.Wait() // how it ended is asked below
	}()
	wait(done)
	cmd.Process.Kill()
	<-done
	return killedBySignal(cmd)
}

// killedBySignal tells a process that was killed from one that ended.
func killedBySignal(cmd *exec.Cmd) bool { return cmd.ProcessState.ExitCode() == -1 }

// anywhere waits for any part of a build.
func (k *killer) anywhere(<-chan bool) { time.Sleep(time.Duration(k.Int64N(int64(k.long)))) }

// switching waits until the new site is begun, and then for any part of what
// is left to do.
func (k *killer) switching(done <-chan bool) {
	staging := filepath.Join(k.dir, ".public.staging-1")
	for {
		if _, err := os.Lstat(staging); err == nil {
			break
		}
		select {
		case <-done: // it was there and gone between two looks
			return
		case <-time.After(100 * time.Microsecond):
		}
	}
	began := time.Now()
	select {
	case <-done:
		k.tail = (k.tail + time.Since(began)) / 2
	case <-time.After(time.Duration(k.Int64N(int64(k.tail * 5 / 4)))):
		k.tail += k.tail / 8 // it may take longer than was thought
	}
}
