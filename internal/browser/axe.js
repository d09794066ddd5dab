// Runs after axe-core in a page and gives what axe.go declares. The tags are all
// of WCAG 2.2, levels A and AA.
axe.run(document, {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations', 'incomplete'],
}).then(({ violations, incomplete }) => {
  const list = (rules) => rules.map((r) => ({
    rule: r.id,
    help: r.help,
    count: r.nodes.length,
    places: r.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' – ' + n.failureSummary.split('\n').slice(1).join(' ').trim()),
  }));
  return { violations: list(violations), unsure: list(incomplete) };
})
