package names

import (
	"fmt"

	"mojaz/internal/perceptron"
)

// template is the name of a kind of feature, hashed once.
type template struct {
	name string
	hash feature
}

func called(name string) template { return template{name, perceptron.Text(name)} }

// named gives a template at each distance from the token, -2 to +2.
func named(name string) (out [5]template) {
	for i := range out {
		out[i] = called(fmt.Sprintf("%s%+d", name, i-2))
	}
	return out
}

// Templates that are filled at several distances.
var (
	tWord    = named("word")
	tShape   = named("shape")
	tCoarse  = named("coarse")
	tFine    = named("fine")
	tList    = named("list")
	tPhrase  = named("phrase")
	tOwn     = named("own")
	tVote    = named("vote")
	distance = [...]int{-2, -1, 0, 1, 2}
)

// The others.
var (
	tBias     = called("bias")
	tBase     = called("base")
	tBaseP    = called("base-1")
	tBaseN    = called("base+1")
	tBare     = called("bare")
	tClitic   = called("clitic")
	tPairP    = called("pair-1")
	tPairN    = called("pair+1")
	tArticles = called("articles")
	tShapes   = called("shapes")

	tPrefix   = called("prefix")
	tSuffix   = called("suffix")
	tWritten  = called("written")
	tLength   = called("length")
	tSuffix2P = called("suffix2-1")
	tSuffix2N = called("suffix2+1")
	tSuffix3P = called("suffix3-1")
	tSuffix3N = called("suffix3+1")
	tPrefix2P = called("prefix2-1")
	tPrefix2N = called("prefix2+1")

	tCoarsePW  = called("coarse-1,0")
	tCoarseWN  = called("coarse0,1")
	tCoarsePN  = called("coarse-1,1")
	tCoarsePP  = called("coarse-2,-1")
	tRarity    = called("rarity")
	tRarities  = called("rarities")
	tLists     = called("lists")
	tListsPW   = called("lists-1,0")
	tListsWN   = called("lists0,1")
	tPhrases   = called("phrases")
	tPeople    = called("people")
	tTitle     = called("title")
	tOrg       = called("org")
	tPlace     = called("place")
	tVerb      = called("verb")
	tQuoted    = called("quoted")
	tTitleRare = called("title,rarity")
	tOrgDef    = called("org,article")
	tTitleKind = called("title,coarse")
	tFirst     = called("first")

	tVoteOwn  = called("vote,own")
	tVoteBase = called("vote,base")
	tRepeats  = called("repeats")
	tMinority = called("minority")
)
