package serve

import (
	"strings"
	"testing"
)

func TestInject(t *testing.T) {
	const tag = `<script src="/.mojaz/preview.js" data-version="v&#34;1"></script>`
	for page, want := range map[string]string{
		"<!doctype html><body><p>س</body></html>": "<!doctype html><body><p>س" + tag + "</body></html>",
		"<p>no end": "<p>no end" + tag,
		"":          tag,
		"<script>'</body>'</script><!-- </body> --><BODY Class=x></BODY>":                                                                          "<script>'</body>'</script><!-- </body> --><BODY Class=x>" + tag + "</BODY>",
		`<META HTTP-EQUIV=content-security-policy content="default-src 'none'; style-src 'self'"><meta name=x content="script-src 'none'"></body>`: `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;self&#39;; script-src &#39;self&#39;; connect-src &#39;self&#39;"><meta name=x content="script-src 'none'">` + tag + "</body>",
	} {
		if got := string(inject([]byte(page), `v"1`)); got != want {
			t.Errorf("inject(%q) = %q, want %q", page, got, want)
		}
	}
}

func TestLoosen(t *testing.T) {
	for policy, want := range map[string]string{
		"":                                       "",
		"base-uri 'none'":                        "base-uri 'none'",
		"script-src 'self'; default-src https:":  "script-src 'self'; default-src https:; connect-src https: 'self'",
		"script-src 'sha256-x'; ;":               "script-src 'sha256-x' 'self'",
		"Script-Src 'none'; script-src *":        "script-src 'self'",
		"default-src 'none'; connect-src 'none'": "default-src 'none'; connect-src 'self'; script-src 'self'",
	} {
		if got := loosen(policy); got != want {
			t.Errorf("loosen(%q) = %q, want %q", policy, got, want)
		}
	}
}

// Whatever a page is, all of it is served, with one script more.
func FuzzInject(f *testing.F) {
	for _, s := range []string{"", "<body>x</body>", "<p", "<script>", "<!--", "</body", "<meta content=x http-equiv=Content-Security-Policy>", "\x00<b a='"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		got := string(inject([]byte(page), "1"))
		if n, before := strings.Count(got, `data-version="1"`), strings.Count(page, `data-version="1"`); n != before+1 {
			t.Errorf("inject(%q) has %d scripts, want one more than %d", page, n, before)
		}
		if !strings.Contains(strings.ToLower(page), "<meta") && len(got) < len(page) {
			t.Errorf("inject(%q) = %q, which is shorter", page, got)
		}
	})
}
