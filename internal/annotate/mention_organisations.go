package annotate

import (
	"slices"
	"strings"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// organisationHeads are the classes of head that organisation reads.
const organisationHeads = headNames | headUnion | headForce | headBrand | headSeat | headLeague

// organisation is a name with its head, or the name behind a head that only
// says what it is. It is wrong for bodies that a text speaks of in general:
// «لجنة الأمن» is taken for a name.
func (r *mentionReader) organisation(i int) (headPhrase, bool) {
	w := &r.words[i]
	switch {
	case w.head&organisationHeads == 0 || r.afterMinister(i):
		return headPhrase{}, false
	case w.headThe:
		return r.definiteBody(i)
	}
	if p, ok := r.brand(i); ok {
		return p, true
	}
	if n, typ := r.properAt(i + 1); w.head&headSeat != 0 && n > 0 && typ == corpus.TypeGeopolitical && w.ends >= i+1+n {
		return r.phrase(i, r.adjectives(i+1+n, false), corpus.TypeOrganisation)
	}
	end := r.complement(i+1, 0)
	if end <= i+1 || r.lists.nationality(r.words[i+1].noun) && !r.lists.portfolios[r.words[i+1].noun] {
		return headPhrase{}, false // «حكومة السوداني»: a person
	}
	switch {
	case w.head&headNames != 0 && w.head&headAsks == 0:
	case w.head&headLeague != 0 && !r.words[i+1].definite && (r.lists.links[r.words[i+1].noun] || r.lists.members[r.words[i+1].noun]):
	case w.head&headLeague != 0 && r.owned(end) > end:
		end = r.owned(end) // «بعثة المراقبة التابعة للأمم المتحدة»
	case r.national(i+1, end) && w.head&(headNames|headForce) != 0:
	case w.head&headNames != 0 && r.seen(i, end, names.Organisation):
	case w.head&headNames != 0 && (end > i+2 && r.lists.adjectives[r.words[end-1].noun] || end > i+3):
	default:
		return headPhrase{}, false
	}
	return r.phrase(i, r.aims(i, end), corpus.TypeOrganisation)
}

// afterMinister reports whether what stands at word i is what a minister is
// minister of: «وزير إدارة الموارد».
func (r *mentionReader) afterMinister(i int) bool {
	return i > 0 && (r.words[i-1].noun == "وزير" || r.words[i-1].noun == "وزيره") && r.words[i].head&headForce != 0
}

// brand is the name behind a head that only says what it is: «وكالة رويترز»،
// «حركة طالبان». A person or a place there is not the name of the body.
func (r *mentionReader) brand(i int) (headPhrase, bool) {
	n, typ := r.properAt(i + 1)
	if r.words[i].head&headBrand == 0 || n == 0 || r.words[i].ends < i+1+n || typ != corpus.TypeOrganisation && typ != "" {
		return headPhrase{}, false
	}
	if n == 1 && (r.ordinary(i+1) || r.words[i+1].definite && r.adjective(i+2)) {
		return headPhrase{}, false
	}
	return r.after(i+1, i+1+n, corpus.TypeOrganisation)
}

// definiteBody is a head with the article and its adjectives: «الجيش العراقي»،
// «الاتحاد الأفريقي»، «اللجنة العسكرية العليا».
func (r *mentionReader) definiteBody(i int) (headPhrase, bool) {
	c, to := r.words[i].head, r.adjectives(i+1, false)
	switch n := to - i - 1; {
	case n == 0:
		return headPhrase{}, false
	case r.purpose(to) > to && c&(headNames|headForce|headUnion) != 0 && !r.lists.short[r.words[i].noun] && r.words[i].noun != "حزب":
		to = r.purpose(to)
	case c&headUnion != 0:
	case r.national(i+1, to) && c&(headForce|headNames) != 0:
	case n >= 2 && c&headNames != 0 && (c&headAsks == 0 || r.lists.nationality(r.words[to-1].noun)):
	case c&headNames != 0 && r.seen(i, to, names.Organisation):
	default:
		return headPhrase{}, false
	}
	return r.phrase(i, r.branch(i, r.aims(i, to)), corpus.TypeOrganisation)
}

// branch gives the index behind ب and a place at word to, of which a court or a union with the
// article that ends before it is the branch: «المحكمة الابتدائية بصفاقس»; to if that is not there. It is
// wrong for what a union does in a place.
func (r *mentionReader) branch(i, to int) int {
	local := slices.ContainsFunc(r.words[i+1:to], func(w nameWord) bool { return r.lists.branches[w.noun] })
	if r.words[i].head&(headSeat|headUnion) == 0 || to >= r.words[i].ends || !local {
		return to
	}
	n, first, k := r.knownAt(to)
	if n == 0 || first.led != "ب" || k.typ != corpus.TypeGeopolitical {
		return to
	}
	return to + n
}

// purpose gives the index behind what a body is for, behind ل at word i:
// «المنظمة الدولية للهجرة»، «المفوضية السامية لحقوق الإنسان»; i if that is not there.
func (r *mentionReader) purpose(i int) int {
	if i >= len(r.words) || i == 0 || r.words[i-1].ends <= i {
		return i
	}
	if r.members(i) {
		return r.adjectives(i+2, false)
	}
	if r.words[i].head&^headVote != 0 {
		return i
	}
	if n, _, _ := r.knownAt(i); n > 0 {
		return i
	}
	for _, read := range r.words[i].reads {
		noun, the := strings.CutPrefix(read.form, articleName)
		switch {
		case read.led != string(arabic.Lam):
		case the && read.at == 0 && !r.lists.plain[noun]:
			return r.adjectives(i+1, false)
		case r.lists.links[noun] || noun == "كره":
			if end := r.complement(i+1, 1); end > i+1 {
				return end
			}
		}
	}
	return i
}

// members reports whether the bodies that a body is made of stand behind ل at word i: «لنقابات
// العمال».
func (r *mentionReader) members(i int) bool {
	the := i+1 < r.words[i].ends && r.words[i+1].definite && !r.lists.plain[r.words[i+1].noun]
	return the && slices.ContainsFunc(r.words[i].reads, func(x nameReading) bool {
		return x.led == string(arabic.Lam) && strings.HasSuffix(x.form, "ات") && !strings.HasPrefix(x.form, articleName)
	})
}

// complement gives the index behind the words that say what a body is about,
// from word i on; i if there are none: «الأمن والدفاع النيابية»، «مكافحة الإرهاب».
func (r *mentionReader) complement(i, depth int) int {
	if i >= len(r.words) || i == 0 || r.words[i-1].ends <= i || depth > 3 {
		return i
	}
	w := &r.words[i]
	tag, tagged := r.tagAt(i)
	switch {
	case w.kind != arabic.Word || w.taken || w.dated || !w.bare() || tagged && tag.Kind == names.Person && tag.Sure:
		return i
	case (r.lists.links[w.noun] || r.lists.members[w.noun]) && !w.definite:
		if n, typ := r.properAt(i + 1); n > 0 && (typ == corpus.TypeGeopolitical || typ == corpus.TypeOrganisation && r.words[i-1].head&headLeague != 0) && w.ends >= i+1+n {
			return i + 1 + n
		}
		if r.lists.members[w.noun] && i+1 < w.ends && !r.words[i+1].definite && r.rare(i+1) {
			return i + 2 // «تنسيقية ممثلي لاجئي أغور»
		}
		if end := r.complement(i+1, depth+1); end > i+1 {
			return end
		}
		return i
	case r.lists.recalled[w.noun] && !r.adjective(i+1):
		return i // «مجلس إدارة | الصندوق» names the fund
	case !w.definite || r.lists.plain[w.noun] && w.noun != "انباء" || w.head&(headUnion|headForce) != 0 && !r.lists.portfolios[w.noun]:
		return i
	}
	end := r.adjectives(i+1, false)
	for n := 0; n < 3 && end < w.ends && !r.national(i+1, end) && r.joins(i, end); n++ {
		end = r.adjectives(end+1, false)
	}
	return end
}

// joins reports whether word k goes on, behind و, with what word i says the
// body is about: both are portfolios.
func (r *mentionReader) joins(i, k int) bool {
	if !r.lists.portfolios[r.words[i].noun] {
		return false
	}
	for _, read := range r.words[k].reads {
		noun, the := strings.CutPrefix(read.form, articleName)
		if the && read.led == string(arabic.Waw) {
			return r.lists.portfolios[noun]
		}
	}
	return false
}
