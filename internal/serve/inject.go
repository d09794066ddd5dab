package serve

import (
	"bytes"
	"fmt"
	"html"
	"slices"
	"strings"

	xhtml "golang.org/x/net/html"
)

// inject puts the script into a page, and loosens the page's policy so far that
// the script may run and listen. All else is as it was, byte for byte.
func inject(page []byte, version string) []byte {
	tag := fmt.Sprintf(`<script src="%spreview.js" data-version="%s"></script>`, own, html.EscapeString(version))
	var out bytes.Buffer
	out.Grow(len(page) + len(tag) + 64)
	z := xhtml.NewTokenizer(bytes.NewReader(page))
	done := false
	for {
		kind := z.Next()
		raw := slices.Clone(z.Raw()) // reading the token spoils it
		if kind == xhtml.ErrorToken {
			out.Write(raw)
			break
		}
		name, hasAttr := z.TagName()
		switch {
		case kind == xhtml.EndTagToken && string(name) == "body" && !done:
			out.WriteString(tag)
			done = true
		case (kind == xhtml.StartTagToken || kind == xhtml.SelfClosingTagToken) && string(name) == "meta" && hasAttr:
			if policy, ok := policyOf(z); ok {
				raw = fmt.Appendf(nil, `<meta http-equiv="Content-Security-Policy" content="%s">`, html.EscapeString(loosen(policy)))
			}
		}
		out.Write(raw)
	}
	if !done {
		out.WriteString(tag)
	}
	return out.Bytes()
}

// policyOf reads the attributes of a meta element; ok is false when it holds no
// policy.
func policyOf(z *xhtml.Tokenizer) (policy string, ok bool) {
	for more := true; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "http-equiv":
			ok = strings.EqualFold(string(value), "Content-Security-Policy")
		case "content":
			policy = string(value)
		}
	}
	return policy, ok
}

// loosen lets a policy allow scripts and streams of the site's own address.
func loosen(policy string) string {
	var names, directives []string
	sources := map[string][]string{}
	for _, d := range strings.Split(policy, ";") {
		words := strings.Fields(d)
		if len(words) == 0 {
			continue
		}
		name := strings.ToLower(words[0])
		if _, twice := sources[name]; !twice { // a browser ignores the second
			names, sources[name] = append(names, name), words[1:]
		}
	}
	for _, name := range []string{"script-src", "connect-src"} {
		allowed, there := sources[name]
		byDefault, all := sources["default-src"]
		switch {
		case !there && !all:
			continue // nothing forbids it
		case !there:
			names, allowed = append(names, name), byDefault
		}
		allowed = slices.DeleteFunc(slices.Clone(allowed), func(s string) bool { return s == "'none'" || s == "'self'" })
		sources[name] = append(allowed, "'self'")
	}
	for _, name := range names {
		directives = append(directives, strings.Join(append([]string{name}, sources[name]...), " "))
	}
	return strings.Join(directives, "; ")
}
