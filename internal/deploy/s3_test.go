package deploy

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
)

// openS3 gives a host behind the protocol of S3, served on this computer, with
// credentials from the environment.
//
// The server forgets Cache-Control, so what was sent is kept in sent, by path.
func openS3(t *testing.T, prefix string) (b Bucket, server *httptest.Server, sent *sync.Map) {
	t.Helper()
	sent = &sync.Map{}
	backend := s3mem.New()
	if err := backend.CreateBucket("briefings"); err != nil {
		t.Fatal(err)
	}
	s3 := gofakes3.New(backend).Server()
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPut {
			sent.Store(r.URL.Path, r.Header.Get("Cache-Control"))
		}
		s3.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	for name, value := range map[string]string{
		"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_SESSION_TOKEN": "",
		"AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
	} {
		t.Setenv(name, value)
	}
	q := url.Values{"endpoint": {server.URL}, "use_path_style": {"true"}, "region": {"us-east-1"}, "disable_https": {"true"}}
	if prefix != "" {
		q.Set("prefix", prefix)
	}
	return openHost(t, "s3://briefings?"+q.Encode()), server, sent
}

// TestS3 deploys through the protocol of S3, once at the root of a bucket and
// once below a prefix, and reads what a browser would get.
func TestS3(t *testing.T) {
	for _, prefix := range []string{"", "موجز/site/"} {
		b, server, sent := openS3(t, prefix)
		deployed(t, site(t, "old"), b, Options{})
		deployed(t, site(t, "new"), b, Options{})
		checkHolds(t, b, site(t, "new"))
		if p, err := Compare(t.Context(), site(t, "new"), b, Options{}); err != nil || len(p.Waves) > 0 {
			t.Errorf("Compare after all = %d waves, %v; want none", len(p.Waves), err)
		}
		for name, want := range map[string][2]any{
			"index.html":                 {"text/html; charset=utf-8", "public, max-age=60"},
			"قناة/briefings/f g.html":    {"text/html; charset=utf-8", "public, max-age=60"},
			"assets/text-HGFEDCBA.woff2": {"font/woff2", "public, max-age=31536000, immutable"},
			"data/annotations.jsonl":     {"application/jsonl; charset=utf-8", "public, max-age=60"},
		} {
			path := "/briefings/" + prefix + name
			resp, err := server.Client().Get(server.URL + (&url.URL{Path: path}).EscapedPath())
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			cache, _ := sent.Load(path)
			if got := [2]any{resp.Header.Get("Content-Type"), cache}; resp.StatusCode != 200 || got != want {
				t.Errorf("GET %s = %d %q, want 200 %q", name, resp.StatusCode, got, want)
			}
		}
	}
}
