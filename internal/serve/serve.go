package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strconv"
	"sync"
	"syscall"
	"time"

	"mojaz/internal/build"
	"mojaz/internal/wording"
)

// Options say what to preview and where.
type Options struct {
	// Build says where everything is. What is to be done (Text, Site) is decided
	// here, build by build.
	Build build.Options
	// Port is where the preview listens, on this computer only; 0 takes any that
	// is free.
	Port int
	// Ready, if set, is called once, with the address of the site, when pages
	// can be asked for.
	Ready func(url string)
	// Built, if set, is called after each build, and when what was saved is shown.
	Built func(Outcome)
	// Place, if set, turns the path of a problem, "content/x.md", into one that
	// an editor can open.
	Place func(path string) string
	// Voice says problems in the language of messages, "ar" or "en".
	Voice    wording.Voice
	Language string
}

// Outcome is what came of one build.
type Outcome struct {
	Whole  bool // all of it stands in public/; else what was saved is shown from memory
	Report build.Report
	Err    error // why the site is still the old one, or nil
	Took   time.Duration
}

// Run serves until ctx ends, which is no error.
func Run(ctx context.Context, opt Options) error {
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(opt.Port)))
	if errors.Is(err, syscall.EADDRINUSE) {
		return wording.Errorf("port %d is taken: choose another with --port, or any that is free with --port 0", opt.Port)
	}
	if err != nil {
		return err
	}
	defer listener.Close()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	changes, err := watch(ctx, rootsOf(opt.Build))
	if err != nil {
		return err
	}
	p := newPreview(opt)
	server := &http.Server{
		Handler: p, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute, MaxHeaderBytes: 64 << 10,
		BaseContext: func(net.Listener) context.Context { return ctx }, // ends the streams of events
	}
	var work sync.WaitGroup
	work.Go(func() { p.loop(ctx, changes) })
	work.Go(func() {
		<-ctx.Done()
		soon, done := context.WithTimeout(context.Background(), time.Second)
		defer done()
		if server.Shutdown(soon) != nil {
			server.Close()
		}
	})
	if opt.Ready != nil {
		opt.Ready("http://" + listener.Addr().String() + "/")
	}
	err = server.Serve(listener)
	stop()
	work.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
