// What is new since the reader's last visit. The page tells what changed by
// meaning, and each change has an id that stays for as long as it means the same:
// one that was not there is new, one with other words is reworded, and one that
// is gone from an edition that is still there was withdrawn. What was seen is kept
// on the reader's device, and nowhere else; where nothing can be kept, or nobody
// has been here before, the page stays as it is.

const KEPT = 90; // letters of a change that are kept, to tell of it when it is gone

for (const withdrawn of document.querySelectorAll('[data-visits]')) visit(withdrawn);

function visit(withdrawn) {
  const key = `mojaz ${location.pathname} ${withdrawn.dataset.visits}`;
  const here = seen(withdrawn.parentElement);
  let before;
  try {
    // A reload is the same visit: what was new is new still.
    before = sessionStorage.getItem(key) ?? localStorage.getItem(key);
    sessionStorage.setItem(key, before ?? JSON.stringify(here));
    localStorage.setItem(key, JSON.stringify(here));
    before = JSON.parse(before);
  } catch {
    return;
  }
  if (before && typeof before === 'object') compare(withdrawn, here, before);
}

// seen gives the changes of a page by id: their edition, their words and a
// number that tells other words.
function seen(page) {
  const all = {};
  for (const change of page.querySelectorAll('.change[id]')) {
    const words = change.textContent.replace(/\s+/g, ' ').trim();
    const title = (change.querySelector('h3') ?? change.querySelector('blockquote')).textContent.trim();
    all[change.id] = [change.closest('.edition').id, hash(words), [...title].slice(0, KEPT).join('')];
  }
  return all;
}

function compare(withdrawn, here, before) {
  const { fresh, reworded } = withdrawn.dataset;
  for (const [id, [, words]] of Object.entries(here)) {
    const mark = document.getElementById(id).querySelector('[data-mark]');
    if (!(id in before)) mark.append(' ', tag(fresh));
    else if (before[id][1] !== words) mark.append(' ', tag(reworded));
  }
  const gone = Object.entries(before).filter(([id, [edition]]) => !(id in here) && document.getElementById(edition));
  for (const [, [, , title]] of gone) {
    const item = document.createElement('li');
    item.textContent = title;
    withdrawn.querySelector('[data-withdrawn]').append(item);
  }
  withdrawn.hidden = !gone.length;
}

function tag(words) {
  const span = document.createElement('span');
  span.className = 'tag fresh';
  span.textContent = words;
  return span;
}

// hash is FNV-1a over UTF-16 code units, 32 bits.
function hash(s) {
  let h = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
