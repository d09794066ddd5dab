package site

// NotFound is the page that a host shows for an address that leads nowhere. It
// may be shown at any depth, so no relative link of it can be trusted.
type NotFound struct {
	Base
	// Home leads to the first page: the site's full address if that is known,
	// else "index.html", which holds only for a lost page beside it.
	Home string
}

func (s *site) notFound() *NotFound {
	v := &NotFound{Base: s.base("notfound", notFoundPath, nil), Home: homePath}
	if v.Site.BaseURL != "" {
		v.Home = v.Site.BaseURL
	}
	return v
}
