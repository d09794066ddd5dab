package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"mojaz/internal/eval/recognizers"
)

// otherReaders are the shares of all cases of a set that another program reads:
// of DateParser's go-dateparser reads 30 of 102.
var otherReaders = map[string]float64{"DateParser": 30.0 / 102}

// calendar measures the reading of dates on public cases.
func (o *options) calendar(details io.Writer) (section, error) {
	s := section{title: "Calendar: public phrases"}
	sets, err := recognizers.Measure(os.DirFS(filepath.Join(o.data, "recognizers-ar")))
	if err != nil {
		return s, err
	}
	for _, set := range sets {
		s.figures = append(s.figures, setFigures(set)...)
		for _, line := range set.Otherwise {
			fmt.Fprintln(details, line)
		}
		for _, k := range set.Unmatched {
			fmt.Fprintln(details, "exclusion matches no case:", k)
		}
	}
	return s, nil
}

// setFigures gives the figures of a set: without the cases that are wrong
// themselves, and of all cases. Who reads all but those has reached the ceiling.
func setFigures(set recognizers.Set) []figure {
	name := "recognizers." + set.Name
	kept := figure{name: name, stat: "acc", meaning: "phrases read as the set wants, those left out that are wrong themselves"}
	all := figure{name: name + ".all", stat: "acc", meaning: "the same of all phrases"}
	if set.Absent {
		kept.absent, all.absent = notMeasured, notMeasured
		return []figure{kept, all}
	}
	kept.share(set.Kept)
	all.share(set.All)
	if v, ok := otherReaders[set.Name]; ok {
		all.floor = known(v)
	}
	if set.All.N > 0 {
		all.ceiling = known(float64(set.Kept.N) / float64(set.All.N))
	}
	return []figure{kept, all}
}

// share sets what was right of how many.
func (f *figure) share(s recognizers.Share) {
	if f.n = s.N; s.N == 0 {
		f.absent = notMeasured
		return
	}
	f.stats = map[string]float64{"acc": float64(s.Right) / float64(s.N)}
}
