package score

import (
	"slices"
	"strings"
)

// authorNames are the ways an export may say that the author speaks.
var authorNames = []string{"", "author", "الكاتب", "المؤلف"}

// scoreStatements scores the spans, the speakers and the verbs.
func scoreStatements(d *Doc, ms *Mentions, s *Sheet) {
	golds := d.Gold.allStatements()
	m := match(spans(golds, func(g GoldStatement) goldSpan { return goldSpan{g.Span, g.Optional} }),
		d.preds("Statement"), quoting)
	m.put(s, "statements.detect", len(m.Hits))
	m.put(s, "statements.speaker", m.count(func(h Hit) bool {
		return ms.anySpeaker(golds[h.Gold].speakers(), h.Pred, d.Gold.Meta.Author)
	}))
	m.put(s, "statements.verb", m.count(func(h Hit) bool {
		return golds[h.Gold].verbOK(h.Pred.Body.Verb)
	}))
}

// speakers lists every accepted speaker.
func (g *GoldStatement) speakers() []string {
	return slices.Concat([]string{g.Speaker}, g.SpeakerAlt, g.CoSpeakers)
}

// verbOK reports whether verb is the gold verb or an alternative.
func (g *GoldStatement) verbOK(verb string) bool {
	return slices.ContainsFunc(append([]string{g.Verb}, g.VerbAlt...), func(want string) bool {
		return sameVerb(verb, want)
	})
}

// anySpeaker reports whether the prediction names one of the accepted speakers.
func (ms *Mentions) anySpeaker(accepted []string, p *Ann, author string) bool {
	return slices.ContainsFunc(accepted, func(want string) bool {
		switch text, anon := strings.CutPrefix(want, "anon:"); {
		case anon:
			return ms.anonymous(p) && ms.called(p, text)
		case want == "author":
			return ms.anonymous(p) && (slices.Contains(authorNames, p.Body.SpeakerName) || ms.called(p, author))
		default:
			return ms.goldOf[p.Body.Speaker] == want
		}
	})
}

// anonymous reports whether the predicted speaker is no entity of the gold.
func (ms *Mentions) anonymous(p *Ann) bool { return ms.goldOf[p.Body.Speaker] == "" }

// called reports whether text and the predicted speaker's surface name, or a
// name of its entity, share half of the words of the shorter one.
func (ms *Mentions) called(p *Ann, text string) bool {
	for name := range ms.namesOf[p.Body.Speaker] {
		if tokenOverlap(name, text) >= 0.5 {
			return true
		}
	}
	return tokenOverlap(p.Body.SpeakerName, text) >= 0.5
}
