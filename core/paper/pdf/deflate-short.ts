/**
 * Deflate (RFC 1950 and 1951) for texts of a few thousand bytes, a thousand of them one after the other: repetitions are found by
 * one look into a table that is kept from call to call, and written in the fixed code. fflate makes smaller ones, but prepares
 * 160 KB of tables for each call, which took longer than all else of a label. Fonts go the same way: they hardly repeat, a file of a
 * thousand labels with theirs becomes 4 % longer and takes a tenth less time.
 */
export function deflateShort(data: Uint8Array): Uint8Array<ArrayBuffer> {
  begin(data.length);
  let at = 0;
  const last = data.length - lengthMin;
  while (at <= last) {
    const key = hashAt(data, at);
    const before = (seen[key] ?? 0) - base;
    seen[key] = base + at;
    // What an earlier call left behind lies before this one's beginning.
    const distance = at - before;
    if (before < 0 || distance > distanceMax || !repeats(data, before, at)) {
      literal(data[at] ?? 0);
      at++;
      continue;
    }
    let length = lengthMin;
    while (length < lengthMax && at + length < data.length && data[before + length] === data[at + length]) length++;
    repetition(length, distance);
    at += length;
  }
  while (at < data.length) literal(data[at++] ?? 0);
  return end(data);
}

const lengthMin = 3;
const lengthMax = 258;
const distanceMax = 32_768;
const seen = new Float64Array(4096);

// Where this call's bytes lie among all that were ever packed; 1, so that an empty place lies before all.
let base = 1;
let packed = new Uint8Array(8192);
let [written, bits, bitCount] = [0, 0, 0];

function hashAt(data: Uint8Array, at: number): number {
  const three = (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8) | ((data[at + 2] ?? 0) << 16);
  return Math.imul(three, 0x9e3779b1) >>> 20;
}

function repeats(data: Uint8Array, before: number, at: number): boolean {
  return data[before] === data[at] && data[before + 1] === data[at + 1] && data[before + 2] === data[at + 2];
}

function begin(length: number): void {
  // Nine bits for each byte at worst.
  const most = Math.ceil((length * 9) / 8) + 16;
  if (packed.length < most) packed = new Uint8Array(most * 2);
  // 32 KB window; one block, the last, in the fixed code.
  packed[0] = 0x78;
  packed[1] = 0x5e;
  [written, bits, bitCount] = [2, 0b011, 3];
}

function end(data: Uint8Array): Uint8Array<ArrayBuffer> {
  put(0, 7);
  if (bitCount > 0) packed[written++] = bits;
  const sum = adler32(data);
  for (const shift of [24, 16, 8, 0]) packed[written++] = (sum >>> shift) & 0xff;
  base += data.length;
  return packed.slice(0, written);
}

function put(value: number, count: number): void {
  bits |= value << bitCount;
  bitCount += count;
  while (bitCount >= 8) {
    packed[written++] = bits & 0xff;
    bits >>>= 8;
    bitCount -= 8;
  }
}

/** Codes of the fixed tree for bytes and lengths, from their highest bit on, as deflate writes them. */
const codes = Uint16Array.from({length: 288}, (_, symbol) => {
  if (symbol < 144) return reversed(0x30 + symbol, 8);
  if (symbol < 256) return reversed(0x190 + symbol - 144, 9);
  return symbol < 280 ? reversed(symbol - 256, 7) : reversed(0xc0 + symbol - 280, 8);
});

function literal(byte: number): void {
  put(codes[byte] ?? 0, byte < 144 ? 8 : 9);
}

function repetition(length: number, distance: number): void {
  const step = lengthSteps[length] ?? 0;
  put(codes[257 + step] ?? 0, 257 + step < 280 ? 7 : 8);
  put(length - (lengthStarts[step] ?? 0), lengthExtra[step] ?? 0);
  const far = distanceStep(distance);
  put(reversedFives[far] ?? 0, 5);
  put(distance - (distanceStarts[far] ?? 0), far < 4 ? 0 : (far >> 1) - 1);
}

// RFC 1951, 3.2.5: each symbol begins where the one before ends; the longest length has one of its own.
const lengthExtra = Array.from({length: 29}, (_, step) => (step < 8 || step === 28 ? 0 : (step >> 2) - 1));
const lengthStarts = startsOf(lengthExtra, 3).map((start, step) => (step === 28 ? lengthMax : start));
const lengthSteps = Uint8Array.from({length: lengthMax + 1}, (_, length) =>
  lengthStarts.findLastIndex((start) => start <= length),
);
const distanceStarts = startsOf(
  Array.from({length: 30}, (_, step) => (step < 4 ? 0 : (step >> 1) - 1)),
  1,
);
const reversedFives = Uint8Array.from({length: 32}, (_, code) => reversed(code, 5));

function startsOf(extraBits: readonly number[], first: number): number[] {
  let next = first;
  return extraBits.map((extra) => {
    const start = next;
    next += 2 ** extra;
    return start;
  });
}

/** Two symbols for each power of two. */
function distanceStep(distance: number): number {
  if (distance <= 4) return distance - 1;
  const power = 31 - Math.clz32(distance - 1);
  return power * 2 + (((distance - 1) >> (power - 1)) & 1);
}

function reversed(code: number, count: number): number {
  let turned = 0;
  for (let bit = 0; bit < count; bit++) turned |= ((code >> bit) & 1) << (count - 1 - bit);
  return turned;
}

function adler32(data: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let at = 0; at < data.length;) {
    // So many sums stay below 2^32.
    for (const until = Math.min(at + 3800, data.length); at < until; at++) {
      a += data[at] ?? 0;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return ((b << 16) | a) >>> 0;
}
