// Command train learns the tagger of package names and writes its files to
// internal/annotate/names/data.
//
//	go run ./internal/annotate/train -data ../shared/data/anercorp -ant ../shared/data/ant/ant.jsonl.gz
//
// The same data give the same files on every machine. It takes some minutes,
// on one core. With -eval it writes nothing and prints how well the method
// does on text it has not learned from.
//
// # The corpus
//
// ANERcorp is one "word TAG" a line. Three kinds of damage are mended and
// counted: lines without a word are left out, lines of another form are left
// out, and a tag I- that follows no name of its kind is read as B-. The file
// has no sentence breaks: a sentence ends with a word that is ".". It has no
// article breaks either, and the second pass of the tagger needs documents: a
// document ends with the first sentence that brings it to 500 words, which is
// about the mean length of an article there.
//
// Its words are cut further into the tokens that package arabic makes of
// running text, and figures are counted in words again: a name is right when
// its first and last word and its kind are.
//
// # What is trained on what
//
// The file is cut by order: the first nine tenths of its words train, the last
// tenth (from the next sentence on) measures. Settings were chosen on that
// tenth, with an eye on other tenths left out in turn. The operating point is
// chosen on it too. The files that are written are then trained on the whole
// of the file with those settings and that operating point.
//
// The second pass learns from what the first makes of text that it does not
// know: five first passes are trained, each without a fifth of the documents,
// and read that fifth.
//
// # Clusters
//
// Words of ANT and of the training part of ANERcorp, without their tags, are
// put into clusters by the exchange algorithm (cluster.go). Measuring, the
// held-out tenth is left out of this too.
package main
