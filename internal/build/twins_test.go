package build

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCount(t *testing.T) {
	files := []string{"index.html", "data/a.csv", "data/b/c.csv"}
	var r run
	r.count(files)
	want := []Folder{{"", 1}, {"data", 2}}
	if diff := cmp.Diff(want, r.report.Folders); diff != "" {
		t.Errorf("count (-want +got):\n%s", diff)
	}
	if len(r.report.Problems) > 0 {
		t.Errorf("count noted %v, want nothing for three files", r.report.Problems)
	}
	for i := range MostFiles {
		files = append(files, fmt.Sprintf("bridge/%d.html", i))
	}
	r = run{}
	r.count(files)
	if len(r.report.Problems) != 1 || !strings.Contains(r.report.Problems[0].Message.String(), "20003 files; common hosts of pages take 20000 at most: top 1, bridge 20000, data 2") {
		t.Errorf("count noted %v, want all numbers", r.report.Problems)
	}
}
