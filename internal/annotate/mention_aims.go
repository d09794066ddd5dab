package annotate

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// aims gives the index behind what the body of words from i to is for and, of a mission, where it
// is: «بعثة الأمم المتحدة | لمراقبة وقف إطلاق النار في كردفان»، «المفوضية السامية | للأمم المتحدة
// لشؤون اللاجئين»، «اللجنة المصرية | المعنية بليبيا»; to if nothing of that is there. Only heads that
// are called so have it: «البنك الدولي لدعم التنمية» is the bank and what it does. It is wrong for what
// somebody else does: «أوفد الاتحاد بعثة المراقبين لمتابعة الاقتراع».
func (r *mentionReader) aims(i, to int) int {
	if r.words[i].ends <= to || r.words[i].head&headAimed == 0 {
		return to
	}
	end := r.aim(to)
	if n, first, k := r.knownAt(to); n > 0 && k.typ == corpus.TypeOrganisation && first.led == string(arabic.Lam) {
		if far := r.aim(to + n); far > to+n {
			end = far
		}
	}
	if end == to {
		end = r.concern(to)
	}
	if end == to && r.words[i].head&headMission != 0 && r.definiteAim(to) && r.seat(to+1) > to+1 {
		end = to + 1 // «للدعم في ليبيا»
	}
	if end > to && r.words[i].head&headMission != 0 {
		return r.seat(end)
	}
	return end
}

// aim gives the index behind ل and a noun of doing with its object at word i, «لشؤون اللاجئين», or
// ل and a portfolio with the article, «للهجرة»; i if there is neither.
func (r *mentionReader) aim(i int) int {
	if i >= len(r.words) || r.words[i-1].ends <= i {
		return i
	}
	for _, read := range r.words[i].reads {
		noun, the := strings.CutPrefix(read.form, articleName)
		switch {
		case read.led != string(arabic.Lam):
		case the && (r.lists.portfolios[noun] || noun == "انباء"):
			return r.adjectives(i+1, false)
		case r.lists.links[noun] && !the:
			if end := r.complement(i+1, 1); end > i+1 {
				return end
			}
		}
	}
	return i
}

// does reports whether word i is ل and a noun of doing, «لدعم».
func (r *mentionReader) does(i int) bool {
	return i < len(r.words) && slices.ContainsFunc(r.words[i].reads, func(x nameReading) bool {
		return x.led == string(arabic.Lam) && r.lists.links[x.form]
	})
}

// definiteAim reports whether word i is ل and a noun with the article.
func (r *mentionReader) definiteAim(i int) bool {
	return slices.ContainsFunc(r.words[i].reads, func(x nameReading) bool {
		noun, the := strings.CutPrefix(x.form, articleName)
		return the && x.led == string(arabic.Lam) && !r.lists.plain[noun]
	})
}

// concern gives the index behind «المعنية» and its like and the place or the task behind ب, «المعنية
// بليبيا»; i if that is not there.
func (r *mentionReader) concern(i int) int {
	w := &r.words[i]
	if i+1 >= w.ends || !concerned[w.fold] {
		return i
	}
	for _, read := range r.words[i+1].reads {
		switch {
		case read.led != "ب":
		case r.lists.placeBy(r.words[i+1].fold):
			return i + 2
		case r.lists.links[read.form]:
			if end := r.complement(i+2, 1); end > i+2 {
				return end
			}
		}
	}
	return i
}

// concerned are the words that lead to what a body is about.
var concerned = map[string]bool{"المعني": true, "المعنيه": true, "المكلف": true, "المكلفه": true, "الخاص": true, "الخاصه": true}

// seat gives the index behind «في» and the name of a place at word i, or i.
func (r *mentionReader) seat(i int) int {
	if i+1 >= len(r.words) || r.words[i-1].ends <= i+1 || r.words[i].fold != "في" {
		return i
	}
	n, typ := r.properAt(i + 1)
	if n == 0 || typ != corpus.TypeGeopolitical && typ != corpus.TypeLocation || i+1+n > r.words[i].ends {
		return i
	}
	return i + 1 + n
}

// owned gives the index behind «التابعة» and a body with ل at word i, «التابعة للأمم المتحدة», which
// tells a body without a name of its own apart; i if that is not there.
func (r *mentionReader) owned(i int) int {
	if i+1 >= len(r.words) || i == 0 || r.words[i-1].ends <= i+1 || !belonging(r.words[i].fold) {
		return i
	}
	n, first, k := r.knownAt(i + 1)
	if n == 0 || k.typ != corpus.TypeOrganisation || first.led != string(arabic.Lam) {
		return i
	}
	return i + 1 + n
}
