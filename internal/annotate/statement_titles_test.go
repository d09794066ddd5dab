package annotate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/annotate"
	"mojaz/internal/corpus"
)

// TestStatementTitled checks whom a title without a name means: the one person named
// with it before.
func TestStatementTitled(t *testing.T) {
	for _, c := range []struct {
		text  string
		roles map[string]string // of people
		want  []string          // who speaks
	}{
		{
			"التقى وزير النقل سالم الكعبي الوفد. وأكد الوزير أن الأشغال مستمرة.",
			map[string]string{"سالم الكعبي": "وزير النقل"}, []string{"سالم الكعبي"},
		},
		{
			"التقى وزير النقل سالم الكعبي وزير المالية خالد العمري. وأكد الوزير أن الأشغال مستمرة. وقال وزير المالية إن المال متوفر.",
			map[string]string{"سالم الكعبي": "وزير النقل", "خالد العمري": "وزير المالية"}, []string{"الوزير", "خالد العمري"},
		},
		{
			"زار المدير الجهوي للصحة سالم الكعبي المركز. وأضاف المدير الجهوي للصحة أن الأشغال مستمرة.",
			map[string]string{"سالم الكعبي": "المدير الجهوي للصحة"}, []string{"سالم الكعبي"},
		},
		{
			"تلقت المنظمة التونسية لمناهضة التعذيب ملفات. وأكدت المنظمة أن العدد مرتفع.",
			map[string]string{}, []string{"المنظمة التونسية لمناهضة التعذيب"},
		},
	} {
		doc := statementDoc(c.text)
		addMentions(&doc, "ORG المنظمة التونسية لمناهضة التعذيب")
		for name, role := range c.roles {
			addMentions(&doc, "PER "+name)
			for i, m := range doc.Mentions {
				if m.Of(doc.Text) == name {
					doc.Mentions[i].Role = role
				}
			}
		}
		if diff := cmp.Diff(c.want, speakersOf(annotate.Statements(doc))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}

// speakersOf lists the speakers of statements.
func speakersOf(list []corpus.Statement) (out []string) {
	for _, s := range list {
		out = append(out, s.SpeakerName)
	}
	return out
}
