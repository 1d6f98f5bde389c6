import {createHash} from 'node:crypto';
import {deflateRawSync} from 'node:zlib';

// A fixed piece of work of the kinds that tests are made of: objects, texts, hashes, packing, and as much new memory as the tests take
// in the same time. Prints how many milliseconds it took.
const rounds = 30;
const rows = 4_000;
/** `npm test` touches 31 million pages for the first time in some 1,620 s of CPU time: so many in the 0.3 s of the work below. */
const newPages = 5_760;
const pageBytes = 4_096;

const started = performance.now();
for (let round = 0; round < rounds; round += 1) {
  const made = Array.from({length: rows}, (_, at) => ({id: `row-${at % 977}-${round}`, at, words: ['a', `b${at}`]}));
  const text = JSON.stringify(made);
  /** @type {typeof made} */
  const read = JSON.parse(text);
  const byId = new Map(read.map((row) => [row.id, row]));
  read.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const packed = deflateRawSync(text.replaceAll(/b(\d+)/g, '$1'), {level: 6});
  createHash('sha256').update(packed).update(String(byId.size)).digest();
}
const memory = new Uint8Array(newPages * pageBytes);
for (let at = 0; at < memory.length; at += pageBytes) memory[at] = 1;
console.log(performance.now() - started);
