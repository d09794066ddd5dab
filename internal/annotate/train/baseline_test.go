package main

import "testing"

// TestBaselinesLearn gives both baselines text like that they learned from:
// look-up finds names that it has seen and no other, the greedy perceptron a
// new one that looks like one too.
func TestBaselinesLearn(t *testing.T) {
	var train []sentence
	for _, s := range small(t) {
		train = append(train, newSentence(s))
	}
	known := newSentence([]entry{{"قال", 0}, {"وزير", 0}, {"النفط", 0}, {"فؤاد", 1}, {"حسين", 2}, {"في", 0}, {"بغداد", 3}, {".", 0}})
	unknown := newSentence([]entry{{"وصل", 0}, {"سميح", 1}, {"إلى", 0}, {"البصرة", 3}, {".", 0}})
	dev := []sentence{known, unknown}
	want := append(known.goldNames(0), unknown.goldNames(1)...)
	if got := compare(lookUp(train, dev), want)[all]; got != (tally{got: 3, want: 4, hit: 3}) {
		t.Errorf("look-up: %+v, want all but the unknown name", got)
	}
	if got := compare(greedyTags(train, dev), want)[all]; got != (tally{got: 4, want: 4, hit: 4}) {
		t.Errorf("greedy: %+v, want all four", got)
	}
}
