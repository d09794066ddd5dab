package engine

import (
	"context"
	"reflect"
	"strings"
	"text/template/parse"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// checker looks through parsed templates for what cannot work here. Most of it
// Hugo would accept, and then panic, write nothing, or give another page
// tomorrow.
type checker struct {
	funcs    map[string]any
	partials []partialCall // that were seen
	out      []corpus.Problem
	file     *source
}

// partialCall is a call of a partial by a name that is written out.
type partialCall struct {
	file *source
	pos  parse.Pos
	name string
}

// all checks every file.
func (c *checker) all(s *sources) []corpus.Problem {
	for _, f := range s.files {
		c.source(f)
	}
	return c.out
}

// source checks one file.
func (c *checker) source(f *source) []corpus.Problem {
	c.file = f
	f.walk(c.node)
	return c.out
}

func (c *checker) report(pos parse.Pos, hint, format wording.Text, args ...any) {
	p := c.file.at(pos, wording.Of(format, args...))
	p.Hint = hint
	c.out = append(c.out, p)
}

// node checks one node.
func (c *checker) node(n parse.Node) {
	switch n := n.(type) {
	case *parse.TemplateNode:
		if strings.HasPrefix(n.Name, "_internal/") {
			c.report(n.Pos, ownPartial, "%q is Hugo's own and wants a page of Hugo's", n.Name)
		}
	case *parse.CommandNode:
		c.command(n)
	case *parse.ChainNode:
		c.chain(n)
	case *parse.IdentifierNode:
		c.function(n)
	case *parse.FieldNode:
		c.fields(n.Pos, n.Ident)
	case *parse.VariableNode:
		c.fields(n.Pos, n.Ident[1:])
	}
}

// command checks the calls whose arguments name something.
func (c *checker) command(cmd *parse.CommandNode) {
	switch name := called(cmd.Args[0]); name {
	case "partial", "partialCached", "partials.Include", "partials.IncludeCached":
		if len(cmd.Args) > 1 {
			if s, ok := cmd.Args[1].(*parse.StringNode); ok {
				c.partials = append(c.partials, partialCall{c.file, s.Pos, s.Text})
			}
		}
	case "apply", "collections.Apply":
		c.applied(cmd)
	}
}

// applied checks the function that apply calls by its name.
func (c *checker) applied(cmd *parse.CommandNode) {
	if len(cmd.Args) < 3 {
		return // Hugo says what is missing
	}
	s, ok := cmd.Args[2].(*parse.StringNode)
	if !ok {
		c.report(cmd.Args[2].Position(), `{{ apply $list "strings.ToUpper" "." }}`, "the function that apply calls must be written out")
		return
	}
	if hint, ok := refused(s.Text); ok {
		c.report(s.Pos, hint, "%s cannot be used", s.Text)
	}
}

// called gives the function that a command's first word calls, or "".
func called(n parse.Node) string {
	switch n := n.(type) {
	case *parse.IdentifierNode:
		return n.Ident
	case *parse.ChainNode:
		if id, ok := n.Node.(*parse.IdentifierNode); ok {
			return id.Ident + "." + n.Field[0]
		}
	}
	return ""
}

// function checks a function that stands by itself.
func (c *checker) function(n *parse.IdentifierNode) {
	hint, bad := refused(n.Ident)
	switch {
	case bad:
		c.report(n.Pos, hint, "%s cannot be used", n.Ident)
	case whole[n.Ident]:
		c.report(n.Pos, wording.Of("write %s., then the function", n.Ident), "%s is a group of functions and not a value", n.Ident)
	case c.funcs[n.Ident] == nil && !builtin[n.Ident]:
		c.report(n.Pos, "", "function %q is not defined", n.Ident)
	}
}

// chain checks namespace.Function and what follows it.
func (c *checker) chain(n *parse.ChainNode) {
	id, ok := n.Node.(*parse.IdentifierNode)
	if !ok {
		c.fields(n.Pos, n.Field)
		return
	}
	name := id.Ident + "." + n.Field[0]
	hint, bad := refused(name)
	switch {
	case bad:
		c.report(id.Pos, hint, "%s cannot be used", name)
	case c.funcs[id.Ident] == nil:
		c.report(id.Pos, "", "function %q is not defined", id.Ident)
	case !c.has(id.Ident, n.Field[0]):
		c.report(id.Pos, "", "there is no %s", name)
	default:
		c.fields(n.Pos, n.Field[1:])
	}
}

// has reports whether a namespace has a function of that name. What is no
// namespace is Hugo's to judge when it runs.
func (c *checker) has(space, name string) bool {
	f, ok := c.funcs[space].(func(context.Context, ...any) (any, error))
	if !ok {
		return true
	}
	v, err := f(context.Background())
	if err != nil || v == nil {
		return true
	}
	if reflect.ValueOf(v).MethodByName(name).IsValid() {
		return true
	}
	s := reflect.Indirect(reflect.ValueOf(v))
	return s.Kind() == reflect.Map || s.Kind() == reflect.Struct && s.FieldByName(name).IsValid()
}

// fields checks .A.B.C.
func (c *checker) fields(pos parse.Pos, names []string) {
	for i, name := range names {
		if hint, ok := pageMethods[name]; ok {
			c.report(pos, hint, ".%s cannot be used", name)
		}
		if i > 0 && names[i-1] == "Site" {
			if hint, ok := siteMethods[name]; ok {
				c.report(pos, hint, ".Site.%s cannot be used", name)
			}
		}
	}
}
