package score

// How a measure is read.
const (
	kindPRF   = "prf"   // precision, recall and F1
	kindAcc   = "acc"   // share of right answers
	kindCount = "count" // number of faults; accuracy is the share without fault
	kindInfo  = "info"  // a number to read, neither good nor bad
)

// Measure is one figure, kept as sums so that documents add up to a total.
// Only precision and recall use RNum and RDen; the others are PNum out of PDen.
type Measure struct {
	Name, Kind             string
	PNum, PDen, RNum, RDen float64
}

// P is the precision, 0 to 1; ok is false when there was nothing to judge.
func (m *Measure) P() (v float64, ok bool) {
	return ratio(m.PNum, m.PDen), m.Kind == kindPRF && (m.PDen > 0 || m.RDen > 0)
}

// R is the recall, 0 to 1.
func (m *Measure) R() (v float64, ok bool) {
	return ratio(m.RNum, m.RDen), m.Kind == kindPRF && (m.PDen > 0 || m.RDen > 0)
}

// F1 is the harmonic mean of precision and recall.
func (m *Measure) F1() (v float64, ok bool) {
	p, ok := m.P()
	r, _ := m.R()
	return ratio(2*p*r, p+r), ok
}

// Acc is the share of right answers.
func (m *Measure) Acc() (v float64, ok bool) {
	return ratio(m.PNum, m.PDen), (m.Kind == kindAcc || m.Kind == kindCount) && m.PDen > 0
}

// Stat gives one figure of the measure, "p", "r", "f1" or "acc", by its name in
// a list of minima. ok is false when the measure has none of that name.
func (m *Measure) Stat(name string) (v float64, ok bool) {
	switch name {
	case "p":
		return m.P()
	case "r":
		return m.R()
	case "f1":
		return m.F1()
	case "acc":
		return m.Acc()
	}
	return 0, false
}

// Sheet is the measures of one document or of all, in order of first use.
type Sheet struct {
	Name string
	Rows []*Measure
}

// Get finds a measure by its name, such as "dates.value", or gives nil.
func (s *Sheet) Get(name string) *Measure {
	for _, m := range s.Rows {
		if m.Name == name {
			return m
		}
	}
	return nil
}

// add adds sums to the measure called name.
func (s *Sheet) add(name, kind string, pNum, pDen, rNum, rDen float64) {
	m := s.Get(name)
	if m == nil {
		m = &Measure{Name: name, Kind: kind}
		s.Rows = append(s.Rows, m)
	}
	m.PNum += pNum
	m.PDen += pDen
	m.RNum += rNum
	m.RDen += rDen
}

// prf records right answers out of pred given and gold wanted.
func (s *Sheet) prf(name string, right, pred, gold int) {
	s.add(name, kindPRF, float64(right), float64(pred), float64(right), float64(gold))
}

// acc records right answers out of all.
func (s *Sheet) acc(name string, right, all int) {
	s.add(name, kindAcc, float64(right), float64(all), 0, 0)
}

// accIf records one answer.
func (s *Sheet) accIf(name string, right bool) {
	s.acc(name, oneIf(right), 1)
}

// faults records bad cases out of all.
func (s *Sheet) faults(name string, bad, all int) {
	s.add(name, kindCount, float64(all-bad), float64(all), 0, 0)
}

// merge adds every measure of t to s.
func (s *Sheet) merge(t *Sheet) {
	for _, m := range t.Rows {
		s.add(m.Name, m.Kind, m.PNum, m.PDen, m.RNum, m.RDen)
	}
}

// oneIf is 1 for true and 0 for false.
func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}
