// What a device has to know to keep the site beside its programs. A page cannot
// simply link to it: from a disk a browser refuses to read it, and says so on the
// console of every page.
const { manifest } = document.currentScript.dataset;
if (manifest && location.protocol.startsWith('http')) {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href: manifest }));
}
