package browser

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// hear notes what no page of ours should cause. The browser waits for it.
func (t *Tab) hear(event any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		t.note("console.%s: %s", e.Type, consoleText(e.Args))
	case *runtime.EventExceptionThrown:
		t.note("exception: %s", exceptionText(e.ExceptionDetails))
	case *runtime.EventBindingCalled:
		t.note("a script of the source ran: %s", e.Payload)
	case *page.EventJavascriptDialogOpening:
		t.note("dialog: %s", e.Message)
		go t.dismiss()
	case *log.EventEntryAdded:
		if e.Entry.Source != log.EntrySourceNetwork { // what failed there is told by the events below
			t.note("%s: %s", e.Entry.Source, firstLine(e.Entry.Text))
		}
	default:
		t.hearNetwork(event)
	}
}

// hearNetwork notes requests that fail or leave the site.
func (t *Tab) hearNetwork(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		t.wanted[e.RequestID] = e.Request.URL
		if t.leaves(e.Request.URL) {
			t.note("outside request: %s", e.Request.URL)
		}
	case *network.EventWebSocketCreated:
		t.note("outside request: %s", e.URL)
	case *network.EventLoadingFailed:
		if address := t.wanted[e.RequestID]; !t.leaves(address) && !e.Canceled {
			t.note("request failed: %s: %s", t.shorten(address), e.ErrorText)
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			t.note("request failed: %s: status %d", t.shorten(e.Response.URL), e.Response.Status)
		}
	}
}

func (t *Tab) note(format string, args ...any) {
	t.noted = append(t.noted, fmt.Sprintf(format, args...))
}

// dismiss closes a dialog. A page that opens one waits for ever otherwise.
func (t *Tab) dismiss() {
	ctx, cancel := context.WithTimeout(t.ctx, pageTime)
	defer cancel()
	chromedp.Do(ctx, call(page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{}))
}

// leaves reports whether a request goes out of the site. What stands in the page
// itself goes nowhere.
func (t *Tab) leaves(address string) bool {
	for _, inside := range []string{t.root, "data:", "blob:", "about:"} {
		if strings.HasPrefix(address, inside) {
			return false
		}
	}
	return true
}

// shorten gives an address of the site without its root, for people.
func (t *Tab) shorten(address string) string {
	rest, _ := strings.CutPrefix(address, t.root)
	if plain, err := url.PathUnescape(rest); err == nil {
		return plain
	}
	return rest
}

func consoleText(args []*runtime.RemoteObject) string {
	var words []string
	for _, a := range args {
		if a.Type == runtime.RemoteObjectTypeObject || len(a.Value) == 0 {
			words = append(words, firstLine(a.Description))
		} else {
			words = append(words, strings.Trim(string(a.Value), `"`))
		}
	}
	return strings.Join(words, " ")
}

func exceptionText(e *runtime.ExceptionDetails) string {
	if e.Exception != nil && e.Exception.Description != "" {
		return firstLine(e.Exception.Description)
	}
	return firstLine(e.Text)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
