import {createHash} from 'node:crypto';
import {deflateRawSync} from 'node:zlib';

// A fixed piece of work of the kinds that tests are made of: objects, texts, hashes, packing, and memory that is new, as every program that
// is started takes it. Prints how many milliseconds it took.
const rounds = 30;
const rows = 4_000;
const newMegabytes = 64;
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
/** @type {Buffer[]} */
const taken = [];
for (let megabyte = 0; megabyte < newMegabytes; megabyte += 4) {
  const some = Buffer.allocUnsafeSlow(4 * 1024 * 1024);
  for (let at = 0; at < some.length; at += pageBytes) some[at] = 1;
  taken.push(some);
}
console.log(performance.now() - started);
