package corpus

// Rights is how much of a source may be shown. Its publisher owns it.
type Rights string

// The rights, from the most to the least.
const (
	// RightsFull: the whole text.
	RightsFull Rights = "full"
	// RightsQuote: the sentences that something on the site rests on.
	RightsQuote Rights = "quote"
	// RightsLink: title, outlet and date, and no sentence of the text.
	RightsLink Rights = "link"
)
