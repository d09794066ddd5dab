package recognizers

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestMeasureWithoutData(t *testing.T) {
	got, err := Measure(fstest.MapFS{})
	want := []Set{{Name: "DateParser", Absent: true}, {Name: "DatePeriodParser", Absent: true}, {Name: "DurationParser", Absent: true}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("Measure of nothing: %v (-want +got):\n%s", err, diff)
	}
}

func TestMeasureOfWhatIsNoSet(t *testing.T) {
	_, err := Measure(fstest.MapFS{"DateParser.json": {Data: []byte("{")}})
	if err == nil || !strings.HasPrefix(err.Error(), "DateParser: ") {
		t.Errorf("Measure = %v, want an error that names the set", err)
	}
}

func TestMeasure(t *testing.T) {
	const cases = "\ufeff" + `[
		{"Input": "سأعود غداً", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
		 "Results": [{"Text": "غداً", "Value": {"FutureResolution": {"date": "2016-11-08"}, "PastResolution": {"date": "2016-11-08"}}}]},
		{"Input": "سأعود غداً", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
		 "Results": [{"Text": "غداً", "Value": {"FutureResolution": {"date": "2016-11-09"}}}]},
		{"Input": "سأعود يومي", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
		 "Results": [{"Text": "يومي", "Value": {"FutureResolution": {"date": "2016-11-07"}}}]}
	]`
	sets, err := Measure(fstest.MapFS{"DateParser.json": {Data: []byte(cases)}})
	if err != nil {
		t.Fatal(err)
	}
	got := sets[0]
	if want := (Share{1, 3}); got.All != want {
		t.Errorf("All = %v, want %v", got.All, want)
	}
	if want := (Share{1, 2}); got.Kept != want {
		t.Errorf("Kept = %v, want %v", got.Kept, want)
	}
	if len(got.Otherwise) != 2 || !strings.Contains(got.Otherwise[0], `got "2016-11-08"`) ||
		!strings.Contains(got.Otherwise[1], "no date; the answer is today") {
		t.Errorf("Otherwise = %q", got.Otherwise)
	}
	if want := "DateParser|سأعود يوم الأحد الخامس"; !slices.Contains(got.Unmatched, want) {
		t.Errorf("Unmatched = %q, want %q among them", got.Unmatched, want)
	}
}

func TestAgrees(t *testing.T) {
	period := func(start, end string) result {
		var r result
		r.Value.FutureResolution = map[string]string{"startDate": start, "endDate": end}
		return r
	}
	duration := func(seconds string) result {
		var r result
		r.Value.PastResolution = map[string]string{"duration": seconds}
		return r
	}
	season := result{}
	season.Value.Timex = "2016-SU"
	for _, tt := range []struct {
		got  string
		want result
		ok   bool
	}{
		{"2016-11-07/2016-11-13", period("2016-11-07", "2016-11-14"), true},
		{"2016-11-04/2016-11-22", period("2016-11-04", "2016-11-22"), true},
		{"2014/2018", period("2014-01-01", "2018-01-01"), true},
		{"197X", period("1970-01-01", "1980-01-01"), true},
		{"2016-12", period("2016-12-01", "2017-01-01"), true},
		{"2016-11-05/2016-11-13", period("2016-11-07", "2016-11-14"), false},
		{"2016-11-07/2016-11-12", period("2016-11-07", "2016-11-14"), false},
		{"2016-11-07/..", period("2016-11-07", "2016-11-14"), false},
		{"", period("2016-11-07", "2016-11-14"), false},
		{"P6M", duration("15552000"), true},
		{"PT1.5H", duration("5400"), true},
		{"2016-11-08/2016-11-10", duration("259200"), true},
		{"P6M", duration("15552001"), false},
		{"2016-06/2016-08", season, true},
		{"2015-06/2015-08", season, false},
	} {
		if ok := agrees(tt.got, tt.want); ok != tt.ok {
			t.Errorf("agrees(%q, %s) = %v, want %v", tt.got, tt.want.answer(), ok, tt.ok)
		}
	}
}

func TestExclusionsHaveReasons(t *testing.T) {
	for k, reason := range exclusions() {
		set, input, _ := strings.Cut(k, "|")
		if input == "" || len(reason) < 20 || !strings.HasSuffix(set, "Parser") {
			t.Errorf("exclusion %q has the reason %q", k, reason)
		}
	}
}
