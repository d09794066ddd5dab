package score

// link is one mention with its cluster on each side. A missing mention has no
// Pred, a spurious one no Gold.
type link struct{ Gold, Pred string }

// links lists the required, the missing and the spurious mentions of a
// document. Mentions without a cluster id are clusters of their own.
func (m docMentions) links() []link {
	var out []link
	for i, g := range m.golds {
		switch p := m.Twin[i]; {
		case g.Optional:
		case p == nil:
			out = append(out, link{Gold: g.ID})
		default:
			out = append(out, link{g.ID, clusterOf(p)})
		}
	}
	for _, p := range m.Spurious {
		out = append(out, link{Pred: clusterOf(p)})
	}
	return out
}

// clusterOf is the predicted entity, or the annotation itself when it has none.
func clusterOf(a *Ann) string {
	if a.Body.Entity == "" {
		return "singleton " + a.ID
	}
	return a.Body.Entity
}

// bcubed records B-cubed over links. Precision averages over the predicted
// mentions, recall over the gold ones; a mention without a twin shares its
// cluster with itself only (B3-all of Stoyanov et al. 2009).
func (s *Sheet) bcubed(name string, links []link) {
	gold, pred, both := map[string]int{}, map[string]int{}, map[link]int{}
	for _, l := range links {
		gold[l.Gold]++
		pred[l.Pred]++
		both[l]++
	}
	var pNum, pDen, rNum, rDen float64
	for _, l := range links {
		shared := 1.0
		if l.Gold != "" && l.Pred != "" {
			shared = float64(both[l])
		}
		if l.Pred != "" {
			pNum += shared / float64(pred[l.Pred])
			pDen++
		}
		if l.Gold != "" {
			rNum += shared / float64(gold[l.Gold])
			rDen++
		}
	}
	s.add(name, kindPRF, pNum, pDen, rNum, rDen)
}
