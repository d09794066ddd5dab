// Gives what load.go declares.
(() => {
  const name = (e) => (e?.nodeType === 1 ? e : e?.parentElement)?.outerHTML.slice(0, 60) ?? '?';
  const file = (address) => address.split('/').pop();
  const out = {
    shift: 0,
    moved: [],
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    early: [...document.querySelectorAll('link[rel=preload][as=font]')].map((e) => file(e.href)),
    blocks: [...document.scripts].filter((s) => s.src && !s.defer && !s.async && s.type !== 'module').map((s) => file(s.src)),
  };
  // What was seen before the observer was there is told in a later task.
  return new Promise((done) => {
    new PerformanceObserver((list) => {
      for (const m of list.getEntries()) {
        out.shift += m.value;
        out.moved.push(...m.sources.map((s) => name(s.node)));
      }
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(out), 100);
  });
})()
