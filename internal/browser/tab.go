package browser

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Alarm is the name of a function that every page can call and none should: a
// hostile source that calls it has had a script run.
const Alarm = "mojazAlarm"

// pageTime is how long one page may take.
const pageTime = 60 * time.Second

// tries is into how many tries that time is cut where another does no harm.
const tries = 4

// settle is how long a page is left alone after it was looked at, for what it
// does late.
const settle = 50 * time.Millisecond

// Step is one thing to do in a tab.
type Step = chromedp.Action[chromedp.Void]

// Tab is one tab of a browser that notes all that goes wrong in it.
type Tab struct {
	ctx context.Context

	mu     sync.Mutex
	root   string // all requests must begin with it, "" for any
	noted  []string
	wanted map[network.RequestID]string // URL of each request, for those that fail
}

// Start starts Chromium with a profile of its own and no way to any host but
// this one, and opens a tab. stop ends it.
func Start(ctx context.Context) (tab *Tab, stop func(), err error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.NoSandbox, // it may run as root, in a container
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	ctx, stopBrowser := chromedp.NewExecAllocator(ctx, options...)
	t := &Tab{wanted: map[network.RequestID]string{}}
	ctx, closeTab := chromedp.NewContext(ctx, chromedp.WithListener(t.hear))
	t.ctx = ctx
	stop = func() { closeTab(); stopBrowser() }
	// The first steps start the browser and must not be cut short by a time limit.
	err = chromedp.Do(ctx,
		call(network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}),
		call(runtime.AddBinding, runtime.AddBindingParams{Name: Alarm}))
	if err != nil {
		stop()
		return nil, nil, fmt.Errorf("chromium: %w", err)
	}
	return t, stop, nil
}

// call makes a step of a command that answers nothing.
func call[P any](c cdp.Command[P, cdp.Empty], params P) Step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// Phone gives the window the size of a phone.
func Phone() Step {
	return call(emulation.SetDeviceMetricsOverride,
		emulation.SetDeviceMetricsOverrideParams{Width: 390, Height: 844, DeviceScaleFactor: 2, Mobile: true})
}

// Narrow gives the window the least width that a page has to fit.
func Narrow() Step {
	return call(emulation.SetDeviceMetricsOverride,
		emulation.SetDeviceMetricsOverrideParams{Width: 320, Height: 640, DeviceScaleFactor: 2, Mobile: true})
}

// Desk gives the window the size of a screen on a desk.
func Desk() Step {
	return call(emulation.SetDeviceMetricsOverride,
		emulation.SetDeviceMetricsOverrideParams{Width: 1280, Height: 900, DeviceScaleFactor: 1})
}

// Scripts switches the scripts of pages on or off.
func Scripts(on bool) Step {
	return call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
}

// Scheme sets what the reader prefers: "light" or "dark".
func Scheme(name string) Step {
	return call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}}})
}

// Do does steps in the tab.
func (t *Tab) Do(steps ...Step) error {
	_, err := ask(t, chromedp.Steps(steps...))
	return err
}

// ask does one action in the tab and gives its answer.
func ask[T any](t *Tab, action chromedp.Action[T]) (T, error) {
	return askFor(t, action, pageTime)
}

// askFor is ask with a time limit of its own.
func askFor[T any](t *Tab, action chromedp.Action[T], limit time.Duration) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, limit)
	defer cancel()
	return chromedp.Run(ctx, action)
}

// askAgain is ask for what does no harm twice: Chromium now and then never answers on a
// busy machine, and does at the next try.
func askAgain[T any](t *Tab, action chromedp.Action[T]) (value T, err error) {
	for range tries {
		value, err = askFor(t, action, pageTime/tries)
		if !errors.Is(err, context.DeadlineExceeded) {
			break
		}
	}
	return value, err
}

// Visit opens a page and looks at it. faults are those of the way there and of
// the page's own doing; without a page there is an error.
func (t *Tab) Visit(address string) (p Page, faults []string, err error) {
	answer, err := ask(t, chromedp.NavigateResponse(address))
	if err == nil && answer != nil && answer.Status >= 400 {
		err = fmt.Errorf("status %d", answer.Status)
	}
	if err != nil {
		return p, nil, err
	}
	p, err = t.Look()
	time.Sleep(settle)
	return p, t.Faults(), err
}

// Look waits for the fonts of the page that is open, and looks at it.
func (t *Tab) Look() (Page, error) {
	const fonts = "document.fonts.ready.then(() => true)"
	if _, err := askAgain(t, chromedp.Evaluate[bool](fonts, chromedp.EvalAwaitPromise)); err != nil {
		return Page{}, err
	}
	return askAgain(t, chromedp.Evaluate[Page](probe))
}

// Faults gives what was noted since it was last asked.
func (t *Tab) Faults() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	out := t.noted
	t.noted = nil
	return out
}

// keepTo makes every request that does not begin with root a fault.
func (t *Tab) keepTo(root string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.root = root
}

// Click clicks on the first element that a selector finds, as a reader does, and
// waits for what it opens. A click on a link that leads nowhere is an error: on a
// busy machine Chromium loses one in some hundreds, so it is made again before that.
func (t *Tab) Click(selector string) error {
	here, err := ask(t, chromedp.Location())
	if err != nil {
		return err
	}
	to, err := t.rest(selector)
	if err != nil {
		return err
	}
	leads := to != "" && to != here
	for range tries {
		_, err = askFor(t, chromedp.Steps(chromedp.Click(chromedp.CSS(selector))), pageTime/tries)
		lost := errors.Is(err, context.DeadlineExceeded) // the click's own answer, and perhaps the click
		switch {
		case err != nil && !lost:
			return err
		case !leads && !lost:
			_, err := t.arrive("")
			return err
		case !leads:
			continue
		}
		if there, err := t.arrive(here); there || err != nil {
			return err
		}
	}
	if err == nil {
		err = fmt.Errorf("%d clicks on %s lead nowhere, want %s", tries, selector, to)
	}
	return err
}

// rest waits until the first element that a selector finds has stayed in its place
// for a moment on a page that has been painted, and gives the address that it leads
// to, "" for what is no link.
func (t *Tab) rest(selector string) (to string, err error) {
	type state struct {
		To, Place string
		Painted   bool
	}
	look := fmt.Sprintf(`(() => {
		const e = document.querySelector(%q), box = e?.getBoundingClientRect();
		return { To: e?.closest('a')?.href ?? '', Place: box ? [box.x, box.y + scrollY, box.width].join() : '',
			Painted: performance.getEntriesByType('paint').length > 0 };
	})()`, selector)
	if err := t.Do(chromedp.WaitReady(chromedp.CSS(selector))); err != nil {
		return "", err
	}
	before := ""
	s, err := until(t, look, func(s state) bool {
		still := s.Painted && s.Place != "" && s.Place == before
		before = s.Place
		return still
	})
	return s.To, err
}

// arrive waits until the address is another than from, and its page is there, and
// reports whether that came.
func (t *Tab) arrive(from string) (there bool, err error) {
	type state struct{ Address, Ready string }
	const look = "({ Address: location.href, Ready: document.readyState })"
	arrived := func(s state) bool { return s.Address != from && s.Ready == "complete" }
	time.Sleep(settle)
	s, err := until(t, look, arrived)
	if err != nil || !arrived(s) {
		return false, err
	}
	_, err = t.Look()
	return true, err
}

// until evaluates an expression until ok holds of its value, for some seconds at
// most, and gives the last value. A page that is on its way has none, or another's.
func until[T any](t *Tab, expression string, ok func(T) bool) (value T, err error) {
	for range 100 {
		value, err = ask(t, chromedp.Evaluate[T](expression))
		if err == nil && ok(value) || t.ctx.Err() != nil || errors.Is(err, context.DeadlineExceeded) {
			break
		}
		time.Sleep(settle)
	}
	return value, err
}
