// Package perceptron turns sequences of features into sequences of tags: an
// averaged structured perceptron with Viterbi decoding over pairs of
// neighbouring tags.
//
// The method is that of Collins, "Discriminative Training Methods for Hidden
// Markov Models" (2002). A feature has one weight per tag, a pair of tags has
// one weight, and the score of a sequence of tags is the sum of the weights
// that it meets. [Train] reads the examples several times in a shuffled order;
// where the best-scoring tags are not the right ones, the weights of the right
// ones rise by one and those of the wrong ones fall. The weights that are kept
// are the mean over all steps. [Options] adds three things: a margin, by which
// wrong tags are favoured while training so that right ones must win clearly;
// dropout, so that no feature is relied on alone; and the mean of several runs
// over differently shuffled examples.
//
// A [Feature] is 64 bits of hash, so a caller never has to paste strings
// together: atoms are hashed once with [Text] and joined with [Join]. Weights
// are whole numbers throughout, in training too: one set of examples, options
// and seed gives one model, byte for byte, on every machine.
//
// Besides the best tags, [Model.Decode] tells how firmly each is held: what
// the score loses when a position must take another tag. Time and memory are
// linear in the length of the sequence.
//
// The package knows neither language nor names; what stands in the features is
// its caller's affair.
package perceptron
