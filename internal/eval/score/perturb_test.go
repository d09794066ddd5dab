package score

import "testing"

// anns is the perfect export, to be changed.
type anns = []Annotation

// perturbations change the perfect export of the fixture. The figures in falls
// must drop below 1, those in stays must not.
var perturbations = []struct {
	name         string
	change       func(t *testing.T, a anns) anns
	falls, stays []string
}{
	{"drop a date", func(t *testing.T, a anns) anns { return without(a, pick(t, a, "Date", "2014")) },
		[]string{"dates.detect.r", "dates.value.r"}, []string{"dates.detect.p", "mentions.detect.f1"}},
	{"shift a position only", func(t *testing.T, a anns) anns { shift(pick(t, a, "Date", "2014")); return a },
		[]string{"dangling.acc", "dates.detect.p", "dates.detect.r"}, []string{"mentions.detect.f1"}},
	{"shift a span and quote it", func(t *testing.T, a anns) anns {
		return append(without(a, pick(t, a, "Date", "2014")), on(t, "b.txt", 2, "ام 2014", Body{Type: "Date", Value: raw("2014"), Relation: "since"}))
	}, nil, []string{"dangling.acc", "dates.detect.f1", "dates.value.f1", "dates.relation.acc"}},
	{"wrong date value", func(t *testing.T, a anns) anns { pick(t, a, "Date", "2014").Body.Value = raw("2015"); return a },
		[]string{"dates.value.f1"}, []string{"dates.detect.f1", "dates.relation.acc"}},
	{"other date value, also right", func(t *testing.T, a anns) anns { pick(t, a, "Date", "2025").Body.Value = raw("2025-09-30"); return a },
		nil, []string{"dates.value.f1"}},
	{"wrong date relation", func(t *testing.T, a anns) anns { pick(t, a, "Date", "2014").Body.Relation = "by"; return a },
		[]string{"dates.relation.acc"}, []string{"dates.value.f1"}},
	{"vague date", func(t *testing.T, a anns) anns {
		pick(t, a, "Date", "المقبلة").Body.Value = raw("1999")
		return a
	},
		nil, []string{"dates.detect.f1", "dates.value.f1"}},
	{"vague date dropped", func(t *testing.T, a anns) anns { return without(a, pick(t, a, "Date", "المقبلة")) },
		nil, []string{"dates.detect.f1", "dates.value.f1"}},
	{"optional mention dropped", func(t *testing.T, a anns) anns { return without(a, pick(t, a, "Mention", "الحكومة")) },
		nil, []string{"mentions.detect.f1", "entities.b3.across.f1"}},
	{"spurious mention", func(t *testing.T, a anns) anns {
		return append(a, on(t, "b.txt", 3, "المرحلة", Body{Type: "Mention", Entity: "baghdad", EntityType: "GPE"}))
	}, []string{"mentions.detect.p", "entities.b3.within.p", "entities.b3.across.p"}, []string{"mentions.detect.r", "entities.b3.across.r"}},
	{"mention on a neutral line", func(t *testing.T, a anns) anns {
		return append(a, on(t, "a.txt", 1, "التحالف", Body{Type: "Mention", Entity: "x", EntityType: "ORG"}))
	}, nil, []string{"mentions.detect.f1", "entities.b3.across.f1"}},
	{"mention on boilerplate", func(t *testing.T, a anns) anns {
		return append(a, on(t, "a.txt", 5, "بغداد", Body{Type: "Mention", Entity: "baghdad", EntityType: "GPE"}))
	}, []string{"mentions.detect.p"}, []string{"mentions.detect.r"}},
	{"wrong type", func(t *testing.T, a anns) anns { pick(t, a, "Mention", "بغداد").Body.EntityType = "PER"; return a },
		[]string{"mentions.typed.f1"}, []string{"mentions.detect.f1"}},
	{"LOC for GPE", func(t *testing.T, a anns) anns { pick(t, a, "Mention", "بغداد").Body.EntityType = "LOC"; return a },
		nil, []string{"mentions.typed.f1"}},
	{"merged homonyms", func(t *testing.T, a anns) anns { return rename(a, "karim", "qais") },
		[]string{"not_the_same.acc", "entities.b3.across.p", "statements.speaker.f1"},
		[]string{"entities.b3.across.r", "entities.b3.within.f1", "mentions.detect.f1"}},
	{"entity split by document", func(t *testing.T, a anns) anns {
		pick(t, a, "Mention", "بغداد").Body.Entity = "baghdad-2"
		return a
	},
		[]string{"entities.b3.across.r"}, []string{"entities.b3.across.p", "entities.b3.within.f1", "not_the_same.acc"}},
	{"entity taken for another of the world", func(t *testing.T, a anns) anns {
		pick(t, a, "Mention", "بغداد").Body.Name = "مجلة بغداد"
		return a
	},
		[]string{"not_the_same.acc"}, []string{"mentions.typed.f1", "entities.b3.across.f1"}},
	{"ids renamed throughout", func(t *testing.T, a anns) anns { return rename(a, "karim", "e7") },
		nil, []string{"entities.b3.across.f1", "statements.speaker.f1", "not_the_same.acc"}},
	{"swapped speakers", func(t *testing.T, a anns) anns {
		x, y := pick(t, a, "Statement", "سينسحب"), pick(t, a, "Statement", "نهائي")
		x.Body.Speaker, y.Body.Speaker = y.Body.Speaker, x.Body.Speaker
		return a
	}, []string{"statements.speaker.f1"}, []string{"statements.detect.f1", "statements.verb.f1"}},
	{"wrong unnamed speaker", func(t *testing.T, a anns) anns {
		pick(t, a, "Statement", "2500").Body.SpeakerName = "خبير اقتصادي"
		return a
	},
		[]string{"statements.speaker.f1"}, []string{"statements.detect.f1"}},
	{"shorter unnamed speaker", func(t *testing.T, a anns) anns {
		pick(t, a, "Statement", "2500").Body.SpeakerName = "المصدر"
		return a
	},
		nil, []string{"statements.speaker.f1"}},
	{"unnamed source merged with a person", func(t *testing.T, a anns) anns { pick(t, a, "Statement", "2500").Body.Speaker = "karim"; return a },
		[]string{"statements.speaker.f1", "not_the_same.acc"}, []string{"statements.detect.f1"}},
	{"wrong verb", func(t *testing.T, a anns) anns { pick(t, a, "Statement", "2500").Body.Verb = "نفى"; return a },
		[]string{"statements.verb.f1"}, []string{"statements.speaker.f1"}},
	{"verb with its conjunction", func(t *testing.T, a anns) anns { pick(t, a, "Statement", "2500").Body.Verb = "وأضاف"; return a },
		nil, []string{"statements.verb.f1"}},
	{"wrong figure", func(t *testing.T, a anns) anns { pick(t, a, "Figure", "2500").Body.Value = number(250); return a },
		[]string{"figures.value.f1"}, []string{"figures.detect.f1"}},
	{"boilerplate kept", func(t *testing.T, a anns) anns { pick(t, a, "Block", "روابط").Body.Role = "body"; return a },
		[]string{"body.lines.p", "body.chars.p"}, []string{"body.lines.r"}},
	{"neutral line kept", func(t *testing.T, a anns) anns { pick(t, a, "Block", "خبر:").Body.Role = "heading"; return a },
		nil, []string{"body.lines.f1", "body.chars.f1"}},
	{"body line dropped", func(t *testing.T, a anns) anns { return without(a, pick(t, a, "Block", "صرح")) },
		[]string{"body.lines.r", "body.chars.r"}, []string{"body.lines.p"}},
	{"wrong title", func(t *testing.T, a anns) anns { pick(t, a, "Document", "").Body.Title = "عنوان آخر"; return a },
		[]string{"meta.title.acc"}, []string{"meta.author.acc"}},
	{"wrong day", func(t *testing.T, a anns) anns { pick(t, a, "Document", "").Body.Published = "2025-06-01"; return a },
		[]string{"meta.published.acc"}, []string{"meta.yearmonth.acc"}},
	{"wrong phase start", func(t *testing.T, a anns) anns { phaseStart(a, "one", "2023-01"); return a },
		[]string{"phases.start.acc"}, []string{"phases.align.f1", "phases.end.acc"}},
	{"inferred phase start", func(t *testing.T, a anns) anns { phaseStart(a, "two", "2023-01"); return a },
		nil, []string{"phases.start.acc", "phases.align.f1"}},
	{"phase split off", func(t *testing.T, a anns) anns {
		pick(t, a, "PhaseEvidence", "سينسحب").Body.Phase = "three"
		return a
	},
		[]string{"phases.align.p", "phases.evidence.r"}, []string{"phases.align.r", "phases.evidence.p"}},
	{"evidence that may go either way", func(t *testing.T, a anns) anns {
		return append(a, on(t, "b.txt", 2, "القرار نهائي", Body{Type: "PhaseEvidence", Phase: "two"}))
	}, nil, []string{"phases.evidence.f1", "phases.align.f1"}},
	{"wrong evidence", func(t *testing.T, a anns) anns {
		return append(a, on(t, "a.txt", 4, "باقون", Body{Type: "PhaseEvidence", Phase: "one"}))
	}, []string{"phases.evidence.p"}, []string{"phases.evidence.r", "phases.align.f1"}},
	{"wrong first summary point", func(t *testing.T, a anns) anns {
		return append(a, on(t, "b.txt", 3, "المرحلة الثانية", Body{Type: "Summary", Rank: 0.5}))
	}, []string{"summary.at_k.p", "summary.at_k.r"}, nil},
	{"late wrong summary point", func(t *testing.T, a anns) anns {
		return append(a, on(t, "b.txt", 3, "المرحلة الثانية", Body{Type: "Summary", Rank: 2}))
	}, nil, []string{"summary.at_k.f1"}},
	{"wrong relation type", func(t *testing.T, a anns) anns {
		pick(t, a, "Relation", "سينسحب").Body.Relation = "updates"
		return a
	},
		[]string{"relations.typed.acc"}, []string{"relations.pair.acc"}},
	{"relation turned round", func(t *testing.T, a anns) anns {
		r := pick(t, a, "Relation", "سينسحب")
		r.Target, *r.Body.With = *r.Body.With, r.Target
		return a
	}, nil, []string{"relations.typed.acc", "relations.pair.acc"}},
	{"relation lost", func(t *testing.T, a anns) anns { return without(a, pick(t, a, "Relation", "سينسحب")) },
		[]string{"relations.pair.acc", "relations.typed.acc"}, nil},
	{"weak relation lost", func(t *testing.T, a anns) anns { return without(a, pick(t, a, "Relation", "2500")) },
		nil, []string{"relations.pair.acc"}},
	{"unknown source", func(t *testing.T, a anns) anns { pick(t, a, "Date", "2014").Target.Source = "z.txt"; return a },
		[]string{"dangling.acc", "dates.detect.r"}, []string{"dates.detect.p"}},
	{"unknown kind", func(t *testing.T, a anns) anns { return append(a, Annotation{Body: Body{Type: "Opinion"}}) },
		nil, []string{"dangling.acc"}},
}

func TestPerturbations(t *testing.T) {
	for _, p := range perturbations {
		t.Run(p.name, func(t *testing.T) {
			r := scoreOf(t, fixture(t), p.change(t, perfect(fixture(t))))
			for _, key := range p.falls {
				if v := stat(t, r, key); v >= 1 {
					t.Errorf("%s should fall, is %g", key, v)
				}
			}
			for _, key := range p.stays {
				if v := stat(t, r, key); v != 1 {
					t.Errorf("%s should stay, is %g", key, v)
				}
			}
		})
	}
}

// shift moves the position of an annotation by one, not its quotation.
func shift(a *Annotation) {
	for i := range a.Target.Selector {
		if s := &a.Target.Selector[i]; s.Start != nil {
			start, end := *s.Start+1, *s.End+1
			s.Start, s.End = &start, &end
		}
	}
}

// rename gives an entity another id, as mention and as speaker.
func rename(a anns, from, to string) anns {
	for i := range a {
		if a[i].Body.Entity == from {
			a[i].Body.Entity = to
		}
		if a[i].Body.Speaker == from {
			a[i].Body.Speaker = to
		}
	}
	return a
}

// phaseStart gives a phase another start.
func phaseStart(a anns, id, start string) {
	for i := range a {
		if a[i].Body.Phase == id {
			a[i].Body.Start = start
		}
	}
}
