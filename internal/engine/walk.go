package engine

import "text/template/parse"

// walk calls visit for n and every node below it, in the order of the text.
func walk(n parse.Node, visit func(parse.Node)) {
	if absent(n) {
		return
	}
	visit(n)
	for _, m := range below(n) {
		walk(m, visit)
	}
}

// absent reports whether n is no node: the lists of an {{ else }} that is not
// there are nil pointers.
func absent(n parse.Node) bool {
	switch n := n.(type) {
	case nil:
		return true
	case *parse.ListNode:
		return n == nil
	case *parse.PipeNode:
		return n == nil
	}
	return false
}

// below gives the nodes that n is made of. A namespace is part of the function
// called and no node by itself.
func below(n parse.Node) []parse.Node {
	var out []parse.Node
	switch n := n.(type) {
	case *parse.ListNode:
		return n.Nodes
	case *parse.ActionNode:
		return []parse.Node{n.Pipe}
	case *parse.IfNode:
		return []parse.Node{n.Pipe, n.List, n.ElseList}
	case *parse.WithNode:
		return []parse.Node{n.Pipe, n.List, n.ElseList}
	case *parse.RangeNode:
		return []parse.Node{n.Pipe, n.List, n.ElseList}
	case *parse.TemplateNode:
		return []parse.Node{n.Pipe}
	case *parse.PipeNode:
		for _, v := range n.Decl {
			out = append(out, v)
		}
		for _, cmd := range n.Cmds {
			out = append(out, cmd)
		}
	case *parse.CommandNode:
		return n.Args
	case *parse.ChainNode:
		if _, space := n.Node.(*parse.IdentifierNode); !space {
			return []parse.Node{n.Node}
		}
	}
	return out
}

// start is where the text of n begins: that of namespace.Function lies at the
// namespace.
func start(n parse.Node) parse.Pos {
	if chain, ok := n.(*parse.ChainNode); ok {
		return start(chain.Node)
	}
	return n.Position()
}
