import {numberTextMax, recognise} from '#core/shipping/tracking/recognise.ts';
import {carriersOfAssets} from '../carriers/carriers-of-assets.ts';
import type {Answer} from './answer.ts';
import {linesOf} from './lines-of.ts';

/** Reads numbers from stdin, one a line, and tells of each whose it is. Every line is answered, whatever stands in it. */
export function track(args: readonly string[]): Promise<Answer> {
  const complaint = 'Numbers are read from stdin, one a line: npm run -s tw -- track < FILE';
  return Promise.resolve(args.length > 0 ? {code: 2, complaint} : {code: 0, objects: told(process.stdin)});
}

async function* told(bytes: AsyncIterable<Uint8Array>): AsyncIterable<object> {
  const carriers = carriersOfAssets();
  for await (const line of linesOf(bytes, numberTextMax)) {
    const {number, valid, matches} = recognise(carriers, line);
    yield {number, valid, matches: matches.map(({courier, service, parts}) => ({courier, service, parts}))};
  }
}
