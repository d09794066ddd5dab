// Numbers that are written as bits, six to a digit: internal/search/bits.go writes
// them, huffman.go the codes of symbols.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const VALUES = new Uint8Array(128);
for (let i = 0; i < DIGITS.length; i++) VALUES[DIGITS.charCodeAt(i)] = i;

const LONGEST_UNARY = 16;

// Bits reads from the beginning of a string.
export class Bits {
  constructor(digits) {
    this.digits = digits;
    this.at = 0;
    this.left = 0; // bits of value that were not read
    this.value = 0;
  }

  bit() {
    if (!this.left) {
      this.value = VALUES[this.digits.charCodeAt(this.at++)];
      this.left = 6;
    }
    return (this.value >> --this.left) & 1;
  }

  // take reads a number of so many bits.
  take(n) {
    let out = 0;
    for (let i = 0; i < n; i++) out = out * 2 + this.bit();
    return out;
  }

  gamma() {
    let length = 0;
    while (!this.bit() && this.at <= this.digits.length) length++;
    return 2 ** length + this.take(length);
  }

  rice(k) {
    let high = 0;
    while (high < LONGEST_UNARY && this.bit()) high++;
    if (high === LONGEST_UNARY) high += this.gamma() - 1;
    return high * 2 ** k + this.take(k);
  }

  // symbol reads one symbol of a canonical code: counts says how many symbols have
  // a code of each length.
  symbol({ symbols, counts }) {
    let code = 0; // as far as it was read
    let first = 0; // the first code of that length
    let index = 0; // of its symbol
    for (const count of counts) {
      code += this.bit();
      if (code - first < count) return symbols[index + code - first];
      index += count;
      first = (first + count) * 2;
      code *= 2;
    }
    throw new Error('not a code of the index');
  }
}

// riceFor gives the k that suits numbers of a mean.
export function riceFor(sum, count) {
  return 31 - Math.clz32(Math.max(1, Math.floor(Math.floor((sum * 11) / 16) / Math.max(1, count))));
}
