// In the file that holds all pages: shows the one that the address points to, names
// the window after it, and goes back to where the reader was. Nothing needs it, but
// a browser is much faster when it does not have to look through all pages.
(() => {
  const home = document.title;
  const parts = document.getElementById('parts');
  const elsewhere = new Map(); // the file of each page of other parts
  for (const [file, pages] of Object.entries(parts ? JSON.parse(parts.textContent) : {})) {
    for (const page of pages) elsewhere.set(page, file);
  }
  const first = document.querySelector('.page');
  const places = new Map(); // how far each step of the history was scrolled
  let here; // the step that is shown: the browser may be at the next one already
  let shown;

  function plain(hash) {
    try {
      return decodeURIComponent(hash);
    } catch {
      return hash;
    }
  }

  // step names the step of the history that the reader is at.
  function step() {
    if (!history.state?.step) history.replaceState({ step: String(Math.random()) }, '');
    return history.state.step;
  }

  function turn() {
    const hash = plain(location.hash.slice(1));
    const searching = hash.startsWith('q=') && document.querySelector('.page.search');
    const page = hash.startsWith('q=') && !searching ? 'search.html' : hash.replace(/\.html\/.*/, '.html');
    if (elsewhere.has(page)) return location.replace(elsewhere.get(page) + location.hash);
    const named = (id) => (id ? document.getElementById(id) : null); // a browser complains of no name
    const target = named(hash);
    const next = searching || target?.closest('.page') || named(page) || first;
    if (next !== shown) places.set(here, scrollY); // nothing has scrolled to what was not there
    here = step();
    show(next);
    const at = places.get(here);
    if (at !== undefined) scrollTo(0, at);
    else if (target) target.scrollIntoView();
    else scrollTo(0, 0);
  }

  function show(page) {
    if (page === shown) return;
    shown?.classList.remove('shown');
    shown = page;
    shown.classList.add('shown');
    const name = shown.getAttribute('aria-label');
    document.title = name && name !== home ? `${name} · ${home}` : home;
  }

  document.getElementById('unscripted').remove();
  history.scrollRestoration = 'manual';
  addEventListener('hashchange', turn);
  addEventListener('scroll', () => history.state?.step === here && places.set(here, scrollY), { passive: true });
  turn();
})();
