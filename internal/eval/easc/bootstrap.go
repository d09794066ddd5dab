package easc

import (
	"math/rand/v2"
	"slices"
)

// values lists the figures in one order, for what is done to each alike.
func (f *Figures) values() []*float64 {
	return []*float64{&f.Mean.One, &f.Mean.Two, &f.Mean.L, &f.Best.One, &f.Best.Two, &f.Best.L, &f.Sentences}
}

// average is the mean of figures.
func average(each []Figures) Figures {
	var out Figures
	sum := out.values()
	for _, f := range each {
		for i, v := range f.values() {
			*sum[i] += *v / float64(len(each))
		}
	}
	return out
}

// summary makes a method of its figures by article.
func summary(name string, each []Figures) Method {
	m := Method{Name: name, Figures: average(each)}
	m.Low, m.High = interval(each)
	return m
}

// differences gives a less b, article by article.
func differences(a, b []Figures) []Figures {
	out := make([]Figures, len(a))
	for i := range a {
		to, from, less := out[i].values(), a[i].values(), b[i].values()
		for k := range to {
			*to[k] = *from[k] - *less[k]
		}
	}
	return out
}

// draws is how many samples are drawn.
const draws = 1000

// interval bounds the middle 95 of a hundred means of samples drawn with
// replacement (the percentile bootstrap). The draws are always the same.
func interval(each []Figures) (low, high Figures) {
	if len(each) == 0 {
		return low, high
	}
	rng := rand.New(rand.NewPCG(3, 4))
	means := make([]Figures, draws)
	sample := make([]Figures, len(each))
	for d := range means {
		for i := range sample {
			sample[i] = each[rng.IntN(len(each))]
		}
		means[d] = average(sample)
	}
	for k := range low.values() {
		column := make([]float64, draws)
		for d := range means {
			column[d] = *means[d].values()[k]
		}
		slices.Sort(column)
		*low.values()[k], *high.values()[k] = column[draws*25/1000], column[draws*975/1000-1]
	}
	return low, high
}
