package names

import "mojaz/internal/perceptron"

// Chunk is a name in a tagged sentence: tokens From to To, To left out.
type Chunk struct {
	From, To int
	Kind     Kind
	// Margin is what the score loses when exactly this chunk may not be read,
	// in units of 1/perceptron.Unit; zero if it was not asked for.
	Margin int64
}

// Spans gives the names that tags say, which stand in an order that [Tagset]
// allows.
func Spans(tags []int) []Chunk {
	var out []Chunk
	for i := 0; i < len(tags); {
		if tags[i] == outside {
			i++
			continue
		}
		c := Chunk{From: i, Kind: kindOf(tags[i])}
		for i++; i < len(tags) && inside(tags[i]); i++ {
		}
		c.To = i
		out = append(out, c)
	}
	return out
}

// Chunks gives the names of a decoded sentence with their margins. A reading
// without a chunk takes another tag at one of its tokens, or goes on behind
// its end; so the least loss over those is exact.
func Chunks(p perceptron.Path) []Chunk {
	out := Spans(p.Tags)
	for i := range out {
		c := &out[i]
		c.Margin = p.Margin(c.From)
		for k := c.From + 1; k < c.To; k++ {
			c.Margin = min(c.Margin, p.Margin(k))
		}
		if c.To < len(p.Tags) {
			c.Margin = min(c.Margin, p.Loss[c.To][insideOf(p.Tags[c.From])])
		}
	}
	return out
}
