package clean

import (
	"strings"
)

// hint is what a page's markup says of one line.
type hint struct {
	heading int     // 1 to 5, 0 for none
	links   float64 // share of the line's ink inside links
	zone    zone
	parts   part
	item    bool // of a list
	quote   bool // inside a block quotation
	article verdict
}

// verdict is what the library that looks for the article says of a line.
type verdict int8

const (
	unasked verdict = iota
	inside
	outside
)

// part is a set of the things that class names and elements can say that a line
// belongs to.
type part uint16

const (
	partByline part = 1 << iota
	partCaption
	partComments
	partCrumbs
	partDate
	partFurniture
	partLede
	partRelated
	partTags
	partTitle
	partBody
)

// partNames are the first fields of data/classes.txt.
var partNames = map[string]part{
	"body": partBody, "byline": partByline, "caption": partCaption, "comments": partComments,
	"crumbs": partCrumbs, "date": partDate, "furniture": partFurniture, "lede": partLede,
	"related": partRelated, "tags": partTags, "title": partTitle,
}

// classWords maps a word of a class name to what it says.
var classWords = readClasses()

func readClasses() map[string]part {
	out := map[string]part{}
	for _, e := range entries("classes.txt") {
		kind, word, _ := strings.Cut(e, " ")
		p, ok := partNames[kind]
		if !ok {
			panic("clean: data/classes.txt: unknown kind " + kind)
		}
		out[word] |= p
	}
	return out
}

// maxClass bounds how much of an attribute is read.
const maxClass = 512

// classParts reads the words of a class, id, role or itemprop attribute, cut at
// blanks, hyphens, underscores and capitals: "article-relatedPosts". It is
// wrong where a name speaks of something the element has and not of what it
// is: "has-sidebar"; so it is one feature among others.
func classParts(value string) part {
	var out part
	for name := range strings.FieldsSeq(value[:min(len(value), maxClass)]) {
		start := 0
		for i := 0; i <= len(name); i++ {
			if i < len(name) && !wordEdge(name, i) {
				continue
			}
			out |= classWords[strings.ToLower(strings.Trim(name[start:i], "-_"))]
			start = i
		}
		out |= classWords[strings.ToLower(name)]
	}
	return out
}

// wordEdge reports whether a word of a class name begins at byte i.
func wordEdge(name string, i int) bool {
	c := name[i]
	if c == '-' || c == '_' || c == '/' || c == ':' {
		return true
	}
	return i > 0 && 'A' <= c && c <= 'Z' && 'a' <= name[i-1] && name[i-1] <= 'z'
}
