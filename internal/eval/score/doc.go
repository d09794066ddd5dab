// Package score measures an export, W3C Web Annotations as JSON Lines, against
// a hand-made gold standard of the same documents.
//
// It knows nothing of the program that it measures: it reads the export as a
// stranger would, and folds letters and compares dates by rules of its own, so
// that a mistake there cannot excuse itself here.
//
// Overlap means sharing at least half of the shorter span. Items are matched
// one to one within a document, greedily by the intersection over the union
// (IoU). Optional and vague gold earns and costs nothing. Annotations on lines
// that are neutral and not body are ignored; those on other boilerplate are
// wrong.
//
//	body.lines, .chars          lines with half of their ink in kept Blocks; .chars weighs
//	                            a line by its ink; neutral and blank lines left out
//	meta.*                      right or wrong per document, null included; published is
//	                            exact EDTF or an alternative, yearmonth its month
//	dates.detect, .value        overlap; overlap and right EDTF value
//	dates.relation              relation among right values
//	mentions.detect, .typed     overlap; overlap and right type (GPE = LOC)
//	entities.b3.within, .across B-cubed (B3-all): precision over predicted, recall over
//	                            gold mentions; one without a twin shares its cluster with
//	                            itself only; clusters per document, or over all
//	not_the_same                pairs that share a predicted entity on any mention (for
//	                            sources without an id: a speaker of statements on their line)
//	statements.detect           IoU of a half, or four fifths of the gold quote covered
//	statements.speaker          and the speaker's entity aligns with the gold one by
//	                            majority ("anon:": no gold entity, and names share half of
//	                            the words of the shorter one; "author": empty or the
//	                            author's name)
//	statements.verb             and the verb
//	figures.detect, .value      overlap; overlap and right number or range
//	summary.at_k                first k points of k key sentences: P of the points, R of
//	                            the key sentences
//	phases.align                one to one, greedily by evidence-line Jaccard plus IoU of
//	                            months; a shared line is needed
//	phases.start, .end          aligned phases: bound within one month of the gold's
//	phases.evidence             aligned phases: evidence lines
//	relations.pair, .typed      recall of the strong gold pairs, either order, without and
//	                            with type
//	relations.unlisted          predicted pairs that are no gold pair: to read, no error
//	dangling                    annotations whose quotation is not at their position; they
//	                            count as wrong
package score
