// Runs in each page and gives the facts that page.go declares. It must not change
// the page, and must work where the page's own scripts are switched off.
(() => {
  const root = document.documentElement;
  const name = (e) => e.localName + (e.id ? '#' + e.id : e.classList[0] ? '.' + e.classList[0] : '');
  const clipped = (e) => {
    for (let p = e.parentElement; p && p !== document.body && p !== root; p = p.parentElement) {
      if (getComputedStyle(p).overflowX !== 'visible') return true;
    }
    return false;
  };
  const sticksOut = (e) => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && (box.left < -1 || box.right > root.clientWidth + 1) && !clipped(e);
  };
  const url = (e) => new URL(e.getAttribute('href') ?? e.getAttribute('xlink:href') ?? '', document.baseURI).href;
  const all = (selector) => [...document.querySelectorAll(selector)];
  // innerText leaves out what is far below the window where the style sheet puts
  // off drawing it.
  const text = () => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let out = '';
    while (walk.nextNode()) if (walk.currentNode.parentElement.checkVisibility()) out += walk.currentNode.data;
    return out;
  };
  const wide = root.scrollWidth > root.clientWidth;
  return {
    title: document.title,
    lang: root.lang,
    dir: root.getAttribute('dir') ?? '',
    text: text(),
    ids: all('[id]').map((e) => e.id),
    links: all('a[href], area[href], a[*|href]').map(url),
    handlers: all('*').filter((e) => e.getAttributeNames().some((n) => n.startsWith('on'))).map(name),
    viewport: document.querySelector('meta[name=viewport][content*=device-width][content*=minimum-scale]') !== null,
    width: root.clientWidth,
    scrollWidth: root.scrollWidth,
    wide: wide ? all('body *').filter(sticksOut).slice(0, 3).map(name) : [],
    family: getComputedStyle(document.body).fontFamily.split(',')[0].replaceAll(/["']/g, '').trim(),
    fonts: [...document.fonts].map((f) => ({ family: f.family.replaceAll(/["']/g, ''), status: f.status })),
    background: [document.body, root].map((e) => getComputedStyle(e).backgroundColor).find((c) => c !== 'rgba(0, 0, 0, 0)') ?? '',
  };
})()
