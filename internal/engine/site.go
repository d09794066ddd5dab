package engine

import (
	"fmt"

	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/langs"
	"github.com/gohugoio/hugo/resources/page"
)

// site is what `site` means in a template: a title, a language, parameters. All
// else comes from the view model, so the rest is Hugo's own empty site.
type site struct {
	page.Site
	title, baseURL string
	language       *langs.Language
	params         hmaps.Params
}

func newSite(opt Options, conf config.AllProvider) (*site, error) {
	lang, ok := conf.Language().(*langs.Language)
	if !ok {
		return nil, fmt.Errorf("language %q is not known", opt.Language)
	}
	params := hmaps.Params{}
	if len(opt.Params) > 0 {
		params = hmaps.PrepareParamsClone(hmaps.Params(opt.Params))
	}
	langs.SetParams(lang, params)
	return &site{page.NewDummyHugoSite(conf), opt.Title, opt.BaseURL, lang, params}, nil
}

func (s *site) Title() string             { return s.title }
func (s *site) BaseURL() string           { return s.baseURL }
func (s *site) Language() *langs.Language { return s.language }
func (s *site) Languages() langs.Languages {
	return langs.Languages{s.language}
}
func (s *site) Params() hmaps.Params { return s.params }
func (s *site) Param(key any) (any, error) {
	name, ok := key.(string)
	if !ok {
		return nil, fmt.Errorf("site.Param wants a name, not %T", key)
	}
	return hmaps.GetNestedParam(name, ".", s.params)
}
func (s *site) Current() page.Site { return s }
func (s *site) Sites() page.Sites  { return page.Sites{s} }
