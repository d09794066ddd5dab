package main

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestRunWithoutData(t *testing.T) {
	var b strings.Builder
	if err := run(&b, fstest.MapFS{}, false); err != nil {
		t.Fatal(err)
	}
	want := `DateParser        not measured: no data
DatePeriodParser  not measured: no data
DurationParser    not measured: no data
`
	if b.String() != want {
		t.Errorf("run without data printed:\n%s\nwant:\n%s", b.String(), want)
	}
}

func TestRun(t *testing.T) {
	const cases = "\ufeff" + `[
		{"Input": "سأعود غداً", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
		 "Results": [{"Text": "غداً", "Value": {"FutureResolution": {"date": "2016-11-08"}, "PastResolution": {"date": "2016-11-08"}}}]},
		{"Input": "سأعود غداً", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
		 "Results": [{"Text": "غداً", "Value": {"FutureResolution": {"date": "2016-11-09"}}}]},
		{"Input": "سأعود يومي", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
		 "Results": [{"Text": "يومي", "Value": {"FutureResolution": {"date": "2016-11-07"}}}]}
	]`
	var b strings.Builder
	if err := run(&b, fstest.MapFS{"DateParser.json": {Data: []byte(cases)}}, true); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"all  33.3 % (1 of 3)   without exclusions  50.0 % (1 of 2)",
		`got "2016-11-08"`,
		"no date; the answer is today",
		"exclusion matches no case: DateParser|سأعود يوم الأحد الخامس",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("run printed\n%s\nwithout %q", b.String(), want)
		}
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
