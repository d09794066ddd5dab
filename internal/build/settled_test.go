package build

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// One build is enough: where an editor changed a briefing and its source changed
// too, what other files say of it is made of the briefing as it then is, and a
// second build finds nothing to write.
func TestSettledAtOnce(t *testing.T) {
	opt, source := smallSite(t)
	text := smallSource + "\n\nوأضاف أن المرحلة الثانية تنتهي في عام 2026.\n"
	for _, step := range []struct{ edit, source string }{
		{"", text},
		{"\n## ملاحظات\n\n- واحدة\n", smallSource + "\n\nوأضاف أن المرحلة الثانية تنتهي في عام 2027.\n"},
		{"- ثانية\n", text},
	} {
		must(t, os.WriteFile(source, []byte(step.source), 0o644))
		if step.edit != "" {
			appendLine(t, filepath.Join(opt.Content, "d", "briefings", "a.md"), step.edit)
		}
		opt.Cache = "" // or the second build would not look
		_, err := Run(context.Background(), opt)
		must(t, err)
		again, err := Run(context.Background(), opt)
		must(t, err)
		if again.Content != 0 || again.Public.Written != 0 {
			t.Errorf("after %q, a second build writes %d files of content/ and %d of public/, want none", step.edit, again.Content, again.Public.Written)
		}
	}
}
