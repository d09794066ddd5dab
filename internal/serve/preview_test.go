package serve

import (
	"encoding/json"
	"errors"
	"testing"

	"mojaz/internal/wording"
)

// The words of a page are those of the language of messages.
func TestWordsOfPage(t *testing.T) {
	loud := wording.Voice{Format: func(key wording.Text, _ []any) string {
		return map[wording.Text]string{"%d problems": "%d TROUBLES", "error": "FAULT"}[key]
	}}
	for _, c := range []struct {
		opt                      Options
		language, summary, label string
	}{
		{Options{}, "en", "Not rebuilt; this is the last good site. 1 problem", "error"},
		{Options{Voice: loud, Language: "ar"}, "ar", "Not rebuilt; this is the last good site. 1 TROUBLES", "FAULT"},
	} {
		p := newPreview(c.opt)
		p.tell(Outcome{Err: errors.New("no room")})
		var s state
		if err := json.Unmarshal(p.state, &s); err != nil {
			t.Fatal(err)
		}
		if s.Language != c.language || s.Summary != c.summary || len(s.Problems) != 1 || s.Problems[0].Label != c.label {
			t.Errorf("a page of %q is told %s", c.opt.Language, p.state)
		}
	}
}
