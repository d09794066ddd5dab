package merge

import "strings"

// Side is a file of which every conflict is solved for the edited side, for the
// time until a person solves it.
type Side struct {
	Text string
	// Lines gives for each line of Text, from 0, its number in the file, from 1.
	Lines     []int
	Conflicts []Conflict // that are still in the file
}

// Edited reads a file that may hold conflicts as [Three] writes them, and takes
// the edited side of each. Markers that are not whole (a person is solving
// them, or they are words of a text) are lines like any other.
func Edited(text string) Side {
	lines := strings.SplitAfter(text, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	s := Side{}
	var b strings.Builder
	keep := func(i int) {
		b.WriteString(lines[i])
		s.Lines = append(s.Lines, i+1)
	}
	ends := conflictEnds(lines)
	for i := 0; i < len(lines); i++ {
		c, ok := ends[i]
		if !ok {
			keep(i)
			continue
		}
		for j := i + 1; j < c.middle; j++ {
			keep(j)
		}
		s.Conflicts = append(s.Conflicts, Conflict{i + 1, c.end + 1})
		i = c.end
	}
	s.Text = b.String()
	return s
}

// ends are the indices of the lines that part and end a conflict.
type ends struct{ middle, end int }

// conflictEnds finds the whole conflicts among lines, by the index of the line
// that starts each.
func conflictEnds(lines []string) map[int]ends {
	out := map[int]ends{}
	start, middle := -1, -1
	for i, l := range lines {
		switch l = strings.TrimRight(l, "\r\n"); {
		case l == startMarker+editedLabel:
			start, middle = i, -1
		case l == middleMarker && start >= 0 && middle < 0:
			middle = i
		case l == endMarker+freshLabel && middle >= 0:
			out[start] = ends{middle, i}
			start, middle = -1, -1
		}
	}
	return out
}
