/** Code 128 with bwip-js: how many a second, and whether ours has the same bars. Arguments: the folder with `code128.json`. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import bwip from 'bwip-js/generic';
import {tell} from '../told.ts';

const [folder = ''] = process.argv.slice(2);
const ours = JSON.parse(readFileSync(path.join(folder, 'code128.json'), 'utf8')) as readonly {
  readonly text: string;
  readonly modules: readonly number[];
}[];

await tell(ours.length, () => {
  let equal = 0;
  for (const {text, modules} of ours) {
    const [symbol] = bwip.raw('code128', text, {});
    if (symbol && 'sbs' in symbol && String(symbol.sbs) === String(modules)) equal += 1;
  }
  return equal;
});
