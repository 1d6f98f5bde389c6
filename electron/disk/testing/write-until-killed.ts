import {writeSync} from 'node:fs';
import {NodeDisk} from '../node-disk.ts';
import {markerOf, recordOf} from './killed-writer.ts';

// Runs as a process of its own: writes for ever, and tells of each write once it was answered.
const [root = '', first = '0', at = '0'] = process.argv.slice(2);
const disk = new NodeDisk(root);
let place = Number(at);

for (let n = Number(first); ; n++) {
  const record = recordOf(n);
  await disk.write('own/journal', place, record);
  place += record.byteLength;
  writeSync(1, `journal ${n}\n`);
  await disk.replace('own/marker', markerOf(n));
  writeSync(1, `marker ${n}\n`);
}
