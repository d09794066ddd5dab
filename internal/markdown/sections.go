package markdown

// checkSections reports the citations in an editor's own sections that lead
// nowhere.
func (f *File) checkSections() {
}
