// The files of the index. Each is a script that calls mojazIndex.push with its
// name and what it holds: scripts are the one kind of file that a page on a disk
// may read. A file can also stand in the page itself, before or after this.

const waiting = new Map(); // by name: what to call with the file
const here = new Map(); // by name: a promise of the file
let folder = '';
let version = '';

function receive([name, ...parts]) {
  const resolve = waiting.get(name);
  if (resolve) resolve(parts);
  else here.set(name, Promise.resolve(parts));
}

const early = self.mojazIndex || [];
self.mojazIndex = { push: receive };
early.forEach(receive);

// keepIn says where the files are and which edition of them is wanted: another
// edition's are not taken from the browser's cache.
export function keepIn(where, edition) {
  folder = where;
  version = edition;
}

// file gives what the file of that name holds, and loads it once. After a failure
// it can be asked for again.
export function file(name) {
  if (!here.has(name)) here.set(name, load(name));
  return here.get(name);
}

function load(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    waiting.set(name, resolve);
    script.onerror = () => {
      here.delete(name);
      script.remove();
      reject(new Error(name));
    };
    script.src = `${folder}${name}.js${version ? `?v=${version}` : ''}`;
    document.head.append(script);
  });
}

// holder gives the number of the file that holds a key, -1 for none: the last
// whose first key is not after it.
export function holder(firsts, key) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (firsts[mid] <= key) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}
