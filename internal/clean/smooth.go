package clean

// switching is what it costs to go from text to furniture or back, in log
// odds: a line needs a clear score to part from its neighbours.
const switching = 2.5

// smooth decides which lines are text: the sequence of decisions with the best
// sum of scores, each change of mind paid for (Viterbi's algorithm over two
// states). bias is added to each score.
func smooth(lines []line, bias float64) []bool {
	n := len(lines)
	from := make([][2]bool, n) // the better state before line i, if i is furniture or text
	var furn, text float64
	for i := range lines {
		score := lines[i].content + bias
		from[i] = [2]bool{text-switching > furn, furn-switching <= text}
		furn, text = max(furn, text-switching), max(text, furn-switching)+score
	}
	out := make([]bool, n)
	state := text > furn
	for i := n - 1; i >= 0; i-- {
		out[i] = state
		state = from[i][b2i(state)]
	}
	return out
}
