package annotate

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

//go:embed data/mention_heads.txt
var mentionHeadsFile string

//go:embed data/mention_gazetteer.txt
var mentionGazetteerFile string

//go:embed data/mention_ambiguous.txt
var mentionAmbiguousFile string

//go:embed data/mention_aliases.txt
var mentionAliasesFile string

//go:embed data/mention_recalled.txt
var mentionRecalledFile string

//go:embed data/mention_short.txt
var mentionShortFile string

//go:embed data/mention_links.txt
var mentionLinksFile string

//go:embed data/mention_members.txt
var mentionMembersFile string

//go:embed data/mention_adjectives.txt
var mentionAdjectivesFile string

//go:embed data/mention_plain.txt
var mentionPlainFile string

//go:embed data/mention_portfolios.txt
var mentionPortfoliosFile string

//go:embed data/mention_titles.txt
var mentionTitlesFile string

//go:embed data/mention_title_words.txt
var mentionTitleWordsFile string

//go:embed data/mention_demonyms.txt
var mentionDemonymsFile string

//go:embed data/mention_where.txt
var mentionWhereFile string

//go:embed data/mention_designators.txt
var mentionDesignatorsFile string

//go:embed data/mention_stateless.txt
var mentionStatelessFile string

//go:embed data/mention_honorifics.txt
var mentionHonorificsFile string

//go:embed data/mention_branches.txt
var mentionBranchesFile string

//go:embed data/mention_articled.txt
var mentionArticledFile string

//go:embed data/mention_fathers.txt
var mentionFathersFile string

//go:embed data/mention_kin.txt
var mentionKinFile string

//go:embed data/mention_outlet_cues.txt
var mentionOutletCuesFile string

//go:embed data/mention_outlet_tails.txt
var mentionOutletTailsFile string

// headClass is a set of what a head can do, a bit each.
type headClass uint32

// The classes of mention_heads.txt.
const (
	headNames     headClass = 1 << iota // body: with what it is about it is a name: «وزارة الدفاع»
	headAsks                            // asks: body, but only where the tagger sees a name too: «شركة النفط»
	headUnion                           // union: with the article and one adjective it is a name: «الاتحاد الأوروبي»
	headForce                           // force: with a nationality it is a name: «الجيش العراقي»
	headBrand                           // brand: what follows is the name: «وكالة رويترز»
	headSeat                            // seat: with a place it is a name: «جامعة بغداد»
	headSite                            // site: with a name it is a facility: «مطار بغداد»
	headFirm                            // firm: a rare word behind it is a name: «سجن …»
	headLoose                           // loose: so, but not with the article: «قاعدة البيانات» is none
	headSites                           // sites: names of facilities follow: «قواعد …»
	headLand                            // land: with a name it is a place that governs nobody: «نهر الفرات»
	headTown                            // town: the name of a place follows: «مدينة الموصل»
	headRegion                          // region: with a name it is that of a place: «إقليم كردستان»
	headWar                             // war: «حرب»
	headClash                           // clash: with a place it is an event: «قمة بغداد»
	headOperation                       // operation: the name of an event follows in quotation marks
	headVote                            // vote: with a nationality it is an event
	headPact                            // pact: with what it is about it is a name: «اتفاقية الإطار الاستراتيجي»
	headAccord                          // accord: with a name in quotation marks or a place it is a name
	headWork                            // work: the name of a work follows in quotation marks
	headLeague                          // league: with those who are in it, or what it does, it is a name: «رابطة أسر المفقودين»
	headMission                         // mission: where it is belongs to its name: «… لمراقبة الهدنة في كردفان»
	headOwn                             // own: the name behind it is not that of a town too: «حقل هجليج»
	headAimed                           // aimed: what it does, behind ل, belongs to its name: «مكتب … لتنسيق الشؤون الإنسانية»
	headSettled                         // settled: a rare word behind it is the name of a town or a land: «بلدة …»
)

var headClasses = []string{
	"body", "asks", "union", "force", "brand", "seat", "site", "firm", "loose", "sites", "land", "town", "region",
	"war", "clash", "operation", "vote", "pact", "accord", "work", "league", "mission", "own", "aimed", "settled",
}

// known is what the gazetteer says of a name.
type known struct {
	typ corpus.EntityType
	// doubtful names are words as well.
	doubtful bool
}

// mentionLists is what the data files say, keyed by folded words.
type mentionLists struct {
	heads map[string]headClass
	// gazetteer holds names, their words joined with a blank, and prefixes
	// the beginnings of those of several words.
	gazetteer map[string]known
	prefixes  map[string]bool
	aliases   map[string]string // a name to the first of those of the same thing
	nations   map[string]bool   // stems of words such as عراقي
	given     map[string]bool
	family    map[string]bool
	kin       map[string]bool
	verbs     map[string]bool
	times     map[string]bool

	short, recalled, links, adjectives, plain, portfolios, titles, titleWords, cues                      map[string]bool
	where, designators, stateless, honorifics, kinship, fathers, men, articled, branches, members, tails map[string]bool
}

var mentionWords = sync.OnceValue(func() *mentionLists {
	l := &mentionLists{
		short: nameSet(arabic.List(mentionShortFile)), recalled: nameSet(arabic.List(mentionRecalledFile)), links: nameSet(arabic.List(mentionLinksFile)),
		adjectives: nameSet(arabic.List(mentionAdjectivesFile)), plain: nameSet(arabic.List(mentionPlainFile)),
		portfolios: nameSet(arabic.List(mentionPortfoliosFile)), titles: nameSet(arabic.List(mentionTitlesFile)),
		titleWords: nameSet(arabic.List(mentionTitleWordsFile)), cues: nameSet(arabic.List(mentionOutletCuesFile)),
		where: nameSet(arabic.List(mentionWhereFile)), designators: nameSet(arabic.List(mentionDesignatorsFile)),
		stateless: nameSet(arabic.List(mentionStatelessFile)), honorifics: nameSet(arabic.List(mentionHonorificsFile)),
		tails: nameSet(arabic.List(mentionOutletTailsFile)), members: nameSet(arabic.List(mentionMembersFile)),
		kinship: nameSet(arabic.List(mentionKinFile)), fathers: nameSet(arabic.List(mentionFathersFile)), men: nameSet(arabic.List(mentionMenFile)), articled: nameSet(arabic.List(mentionArticledFile)), branches: nameSet(arabic.List(mentionBranchesFile)),
		given: nameSet(names.Entries("given")), family: nameSet(names.Entries("family")), kin: nameSet(names.Entries("kin")),
		verbs: nameSet(names.Entries("verbs")), times: nameSet(names.Entries("times")),
	}
	l.readHeads()
	l.readGazetteer()
	l.readAliases()
	l.readNations()
	return l
})

// nameFold is the form in which spellings of a name are equal: folded, and one
// of the two spellings of America.
func nameFold(s string) string {
	return strings.ReplaceAll(arabic.Fold(s), "اميرك", "امريك")
}

// nameSet gives entries folded.
func nameSet(entries []string) map[string]bool {
	m := map[string]bool{}
	for _, e := range entries {
		m[nameFold(e)] = true
	}
	return m
}

func (l *mentionLists) readHeads() {
	bits := map[string]headClass{}
	for i, c := range headClasses {
		bits[c] = 1 << i
	}
	l.heads = map[string]headClass{}
	for _, e := range arabic.List(mentionHeadsFile) {
		class, word, _ := strings.Cut(e, " ")
		if bits[class] == 0 {
			panic("annotate: mention_heads.txt: " + e) // the file is part of the program
		}
		l.heads[nameFold(word)] |= bits[class]
	}
}

// readGazetteer reads the countries and cities of package names, and then our
// own list, which knows better.
func (l *mentionLists) readGazetteer() {
	l.gazetteer, l.prefixes = map[string]known{}, map[string]bool{}
	for _, list := range []string{"countries", "cities"} {
		for _, e := range names.Entries(list) {
			l.addKnown(e, corpus.TypeGeopolitical)
		}
	}
	for _, e := range arabic.List(mentionGazetteerFile) {
		typ, name, _ := strings.Cut(e, " ")
		l.addKnown(name, corpus.EntityType(typ))
	}
	for name := range nameSet(arabic.List(mentionAmbiguousFile)) {
		if k, ok := l.gazetteer[name]; ok {
			k.doubtful = true
			l.gazetteer[name] = k
		}
	}
}

// addKnown adds a name to the gazetteer. Its words are those of the text, so a
// name with a mark in it («لويس-فيل») never matches, and does no harm.
func (l *mentionLists) addKnown(name string, typ corpus.EntityType) {
	name = nameFold(name)
	l.gazetteer[name] = known{typ: typ}
	for i := strings.IndexByte(name, ' '); i >= 0; {
		l.prefixes[name[:i]] = true
		next := strings.IndexByte(name[i+1:], ' ')
		if next < 0 {
			break
		}
		i += 1 + next
	}
}

func (l *mentionLists) readAliases() {
	l.aliases = map[string]string{}
	for _, e := range arabic.List(mentionAliasesFile) {
		all := strings.Split(e, " = ")
		for _, name := range all {
			l.aliases[nameFold(name)] = nameFold(all[0])
		}
	}
}

// readNations reads the stems of nationalities: those listed, and the names of
// countries and cities without their ends. Names that are also words give none:
// «بلدي» is not from «بلد».
func (l *mentionLists) readNations() {
	l.nations = nameSet(arabic.List(mentionDemonymsFile))
	for _, list := range []string{"countries", "cities"} {
		for _, e := range names.Entries(list) {
			w := nameFold(e)
			if strings.Contains(e, " ") || l.gazetteer[w].doubtful {
				continue
			}
			if hasArticle(e, w) {
				w = w[len(articleName):]
			}
			for _, end := range []string{"يا", "يه", "ا", "ه"} {
				if stem, ok := strings.CutSuffix(w, end); ok {
					w = stem
					break
				}
			}
			if utf8.RuneCountInString(w) >= 3 {
				l.nations[w] = true
			}
		}
	}
}

// articleName is the article, folded.
const articleName = "ال"

// hasArticle reports whether a word begins with the article: form is the word
// folded, raw as it is written. «ألمانيا» has none: its alef has a hamza.
func hasArticle(raw, form string) bool {
	rest, ok := strings.CutPrefix(form, articleName)
	first, _ := utf8.DecodeRuneInString(raw)
	return ok && utf8.RuneCountInString(rest) >= 2 && (first == arabic.Alef || first == arabic.AlefWasla || first == arabic.Lam)
}

// nationality reports whether noun, a folded word without article, says where
// somebody or something is from: عراقي، العراقية، عراقيون. It is wrong for
// family names of that form: «السوداني».
func (l *mentionLists) nationality(noun string) bool {
	for _, end := range [...]string{"ي", "يه", "يون", "يين", "يا", "يات"} {
		if stem, ok := strings.CutSuffix(noun, end); ok && l.nations[stem] {
			return true
		}
	}
	return false
}

// placeBy reports whether a folded word is ب and the name of a town or a country, however
// doubtful the name is elsewhere, and no person's name.
func (l *mentionLists) placeBy(fold string) bool {
	rest, ok := strings.CutPrefix(fold, "ب")
	return ok && l.gazetteer[rest].typ == corpus.TypeGeopolitical && !l.given[fold] && !l.family[fold]
}
