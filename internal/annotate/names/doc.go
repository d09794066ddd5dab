// Package names turns the tokens of a document into named spans: people,
// places, organisations and other names, with how firmly each is held.
//
// [Tagger.Find] reads a document twice. The first pass tags each sentence by
// itself with a structured perceptron (package perceptron) over the features
// of Arabic that [Reader] extracts:
//
//   - the folded word and its neighbours up to two away, pairs of neighbours,
//     first and last letters up to four, shape, article;
//   - the word without the conjunction and particle before it, where what
//     remains is better known than the whole (words.go);
//   - lists of countries, cities, places, given and family names,
//     organisations, and of the words that stand before names: titles, kin,
//     heads of organisations and places, verbs of saying (lexicon.go), and how
//     far back the last of them is (context.go);
//   - clusters of words that stand in the same places of raw text, which say
//     of a word that the tagged text does not have that it is like one it has
//     (clusters.go).
//
// The second pass tags each sentence again, knowing also what the first made
// of the same words elsewhere in the document and how surely: «الشريفي» alone
// is passed over, but not where «الخبير الأمني أحمد الشريفي» stands a paragraph
// above (hints.go).
//
// A name is marked [Name.Sure] when its margin reaches the operating point,
// which was chosen for a precision of 85 or more; doubtful names are given
// too, and it is the caller's choice to leave them unmarked. [Tagger.Why] tells
// what spoke for a name.
//
// What it learns it learns from ANERcorp, news of about 2005, so it follows
// that corpus: a title is not part of a name, a nationality («العراقي») is not
// a name, currencies, competitions and makes are, bodies of a state without a
// name («الحكومة العراقية») mostly are not. It is wrong most often about
// organisations, whose ends are a matter of taste, about names that are also
// words («أمل», «جهاد»), and about family names that are also nationalities
// («السوداني»), which it takes for those where they stand alone.
//
// Weights, clusters and lists stand in data/; its README says where they come
// from and how they are made. Reading is linear in the length of the text.
package names
