// Gives the words whose letters a change of element inside them parts: their
// width on the page is not that of the same word in one piece. Each is given as
// "element: word".
(() => {
  const letter = /[\p{Script=Arabic}\p{M}]/u;
  const out = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const blocks = new Map(); // block → its text nodes
  while (walk.nextNode()) {
    const n = walk.currentNode;
    if (!n.parentElement.checkVisibility()) continue;
    let block = n.parentElement;
    while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    if (!blocks.has(block)) blocks.set(block, []);
    blocks.get(block).push(n);
  }
  const width = (range) => range.getBoundingClientRect().width; // with the room between the pieces
  const broken = (range) => {
    const boxes = [...range.getClientRects()].filter((r) => r.width > 0);
    return Math.max(...boxes.map((r) => r.top)) >= Math.min(...boxes.map((r) => r.bottom));
  };
  let parted = 0;
  for (const [block, nodes] of blocks) {
    for (let i = 0; i + 1 < nodes.length; i++) {
      const a = nodes[i], b = nodes[i + 1];
      if (!letter.test(a.data.at(-1) ?? '') || !letter.test(b.data[0] ?? '')) continue;
      if (a.parentElement.closest('svg') || b.parentElement.closest('svg')) continue;
      if (a.nextElementSibling?.localName === 'br' || b.previousElementSibling?.localName === 'br') continue;
      parted++;
      const head = a.data.match(/[\p{Script=Arabic}\p{M}]+$/u)[0], tail = b.data.match(/^[\p{Script=Arabic}\p{M}]+/u)[0];
      const range = document.createRange();
      range.setStart(a, a.length - head.length);
      range.setEnd(b, tail.length);
      if (broken(range)) continue; // over two lines
      const one = document.createElement('span');
      one.style.cssText = 'position: absolute; white-space: pre; visibility: hidden';
      one.textContent = head + tail;
      a.parentElement.closest('p, li, dd, dt, h1, h2, h3, td, th, div')?.append(one);
      const want = document.createRange();
      want.selectNodeContents(one);
      const difference = Math.abs(width(range) - width(want));
      one.remove();
      if (difference > 0.75) out.push(`${b.parentElement.localName}.${b.parentElement.className}: ${head}|${tail} is ${difference.toFixed(1)} px off`);
    }
  }
  return { parted, apart: out };
})()
