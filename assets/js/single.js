// In the file that holds all pages: names the window after the page that is shown,
// and finds what an address means that the search wrote. Nothing needs it.
(() => {
  const home = document.title;
  const parts = document.getElementById('parts');
  const elsewhere = parts ? JSON.parse(parts.textContent) : {};

  function plain(hash) {
    try {
      return decodeURIComponent(hash);
    } catch {
      return hash;
    }
  }

  function turn() {
    const hash = plain(location.hash.slice(1));
    const searching = hash.startsWith('q=');
    document.documentElement.classList.toggle('searching', searching);
    const [page, place] = hash.split('#');
    if (elsewhere[page]) return location.replace(`${elsewhere[page]}#${place ? `${page}/${place}` : page}`);
    if (place) return location.replace(`#${page}/${place}`);
    const shown = searching ? document.querySelector('.page.search') : hash ? document.getElementById(hash)?.closest('.page') : null;
    const name = shown?.getAttribute('aria-label');
    document.title = name && name !== home ? `${name} · ${home}` : home;
  }

  addEventListener('hashchange', turn);
  turn();
})();
