// Package markdown turns briefings into annotated Markdown that people can
// edit, and that Markdown back into briefings.
package markdown
