import {createHash} from 'node:crypto';
import {deflateRawSync} from 'node:zlib';

// A fixed piece of work of the kinds that tests are made of: objects, texts, hashes, packing. Prints how many milliseconds it took.
const rounds = 30;
const rows = 4_000;

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
console.log(performance.now() - started);
