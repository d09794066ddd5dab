package calendar

// place says where a date lies, seen from the day of publication or from the
// date last spoken of.
type place int

const (
	noPlace        place = iota
	nextPlace            // المقبل
	lastPlace            // الماضي
	previousPlace        // السابق
	thisPlace            // الحالي
	samePlace            // ذاته: of the text
	followingPlace       // التالي: of the text
	recentPlace          // الأخير
)

var placeNames = map[string]place{
	"next": nextPlace, "last": lastPlace, "previous": previousPlace, "this": thisPlace,
	"same": samePlace, "following": followingPlace, "recent": recentPlace,
}

// scene is what a reader knows when coming to an expression.
type scene struct {
	now point // day of publication, as fine as it is known
	// focus is the date that the text last spoke of; fresh says that it did so
	// in this sentence or the one before.
	focus point
	fresh bool
	// inText says that focus was named in this paragraph.
	inText bool
	// here is the date last named in this very sentence, or unknown.
	here point
	// future says that the sentence so far speaks of what is to come.
	future bool
	// was says that it speaks of what was to come: «كان مقررا».
	was bool
	// past says that a word right before the date puts it behind us.
	past bool
	// relation is that of the expression.
	relation string
	// event says that the date names an event right before it.
	event bool
	// years remembers the year of each day and month that was named with one.
	years map[[2]int]int
}

// ahead reports whether what is said lies in the future.
func (s *scene) ahead() bool {
	return s.future || s.relation == "by" || s.relation == "until"
}

// told gives the date that a story is at: the last one named, if it lies
// before the day of publication.
func (s *scene) told() (point, bool) {
	if s.focus.known() && s.fresh && s.focus.y < s.now.y {
		return s.focus, true
	}
	return point{}, false
}

// placedYear is the year that a word places: «العام المقبل», «العام ذاته».
func (s *scene) placedYear(pl place) int {
	switch pl {
	case thisPlace:
		return s.now.y
	case nextPlace:
		return s.now.y + 1
	case lastPlace, recentPlace:
		return s.now.y - 1
	case samePlace:
		return s.focus.y
	case followingPlace:
		return s.focus.y + 1
	case previousPlace:
		if told, ok := s.told(); ok {
			return told.y - 1
		}
		return s.now.y - 1
	}
	return 0
}
