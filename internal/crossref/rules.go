package crossref

import "mojaz/internal/corpus"

// Rule is a rule by which relations are found.
type Rule struct {
	ID   string              // as in Relation.Rule
	Kind corpus.RelationKind // of the relations that it finds
	Says string              // what it says of passages A and B, in English
}

// Rules are all rules by which relations are found, by kind.
var Rules = []Rule{
	{"same-date", corpus.Corroborates, "Both give the same date to the same thing."},
	{"same-figure", corpus.Corroborates, "Both give the same figure for the same thing."},
	{"same-length", corpus.Corroborates, "Both say that the same thing lasts as long."},
	{"same-event", corpus.Corroborates, "Both report the same event."},
	{"same-names", corpus.Corroborates, "Both list the same three names or more."},
	{"same-statement", corpus.Corroborates, "Both report that one speaker said the same."},
	{"same-account", corpus.Corroborates, "Both tell the same in much the same words."},
	{"rival-date", corpus.Contradicts, "They give different dates to the same plan at about the same time."},
	{"rival-figure", corpus.Contradicts, "They give different figures for the same thing at the same time."},
	{"rival-length", corpus.Contradicts, "They give different lengths of time to the same thing at about the same time."},
	{"denied", corpus.Contradicts, "The one denies what the other asserts."},
	{"opposed", corpus.Contradicts, "They expect opposite things of the same subject."},
	{"postponed-or-not", corpus.Contradicts, "The one says that it is postponed, the other that it goes ahead."},
	{"answered", corpus.Contradicts, "One page sets what the one says against what the other says."},
	{"plan-done", corpus.Updates, "What B announces, A reports as done."},
	{"plan-postponed", corpus.Updates, "What B announces, A reports as postponed."},
	{"back-on", corpus.Updates, "What B reports as postponed goes ahead in A."},
	{"no-longer-denied", corpus.Updates, "What B denies, A later asserts."},
	{"overtaken", corpus.Updates, "A reports the opposite of what B announces, later."},
	{"followed", corpus.Updates, "A reports what came after what B reports of the same thing, and ended or undid it."},
	{"new-date", corpus.Updates, "A gives a new date to the plan of B."},
	{"new-figure", corpus.Updates, "A gives a newer figure for the same thing."},
	{"closer-date", corpus.Elaborates, "A dates more closely what B dates."},
}

// ruleKind gives the kind of relation that a rule finds.
func ruleKind(rule string) corpus.RelationKind {
	for _, r := range Rules {
		if r.ID == rule {
			return r.Kind
		}
	}
	panic("crossref: no rule " + rule) // a slip of ours: rules name themselves
}
