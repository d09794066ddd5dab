// Gives what has the focus, as keyboard.go declares it. Works where the page's own
// scripts are switched off.
(() => {
  const e = document.activeElement;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const top = [...e.getClientRects()].map((r) => document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2));
  return {
    address: location.href,
    name: e.localName + (e.id ? '#' + e.id : e.classList[0] ? '.' + e.classList[0] : ''),
    text: (e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent).trim().replace(/\s+/g, ' '),
    href: e.href ?? '',
    main: document.querySelector('main')?.contains(e) ?? false,
    table: e.closest('table') !== null,
    ring: e.matches(':focus-visible') && style.outlineStyle !== 'none' ? parseFloat(style.outlineWidth) : 0,
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    bare: top.some((t) => t && (e === t || e.contains(t) || t.contains(e))),
  };
})()
