/**
 * The headless door to core: `npm run -s tw -- VERB ...`. What is asked for goes to stdout as one JSON object, or as one
 * for each line that was read; everything else to stderr. Arguments: the folder it was called from (file names are meant from there), the verb, what follows it.
 */
import {pipeline} from 'node:stream/promises';
import type {Answer} from './answer.ts';

type Run = (args: readonly string[], folder: string) => Promise<Answer>;

interface Verb {
  readonly usage: string;
  readonly does: string;
  /** Each verb is loaded when it is asked for. */
  load(): Promise<Run>;
}

const verbs: Readonly<Record<string, Verb>> = {
  intake: {
    usage: 'intake FILE...',
    does: 'reads export files of storefronts and tells what is in them',
    load: async () => (await import('./intake.ts')).intake,
  },
  track: {
    usage: 'track < FILE',
    does: 'tells of each line whose tracking number it is, one object a line',
    load: async () => (await import('./track.ts')).track,
  },
  label: {
    usage: 'label --to pdf|zpl|tspl|png --out FILE < parcels.jsonl',
    does: 'makes labels of parcels, one JSON object a line; --help tells what stands in it',
    load: async () => (await import('./label.ts')).label,
  },
};

const [folder = '', name = '', ...args] = process.argv.slice(2);
const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
const {code, object, objects, help, complaint}: Answer = verb
  ? await (
      await verb.load()
    )(args, folder)
  : {code: 2, complaint: whatThereIs(name)};
if (object) process.stdout.write(`${JSON.stringify(object)}\n`);
// Whoever has read enough closes the pipe: `| head -1` is no failure.
if (objects) await pipeline(objects, asLines, process.stdout).catch(unlessClosed);
if (help !== undefined) console.log(help);
if (complaint !== undefined) console.error(complaint);
process.exitCode = code;

function whatThereIs(asked: string): string {
  const lines = Object.values(verbs).map(({usage, does}) => `  npm run -s tw -- ${usage}   ${does}`);
  return [asked === '' ? 'Say what to do. There is:' : `There is no ${asked}. There is:`, ...lines].join('\n');
}

async function* asLines(told: AsyncIterable<object>): AsyncIterable<string> {
  for await (const one of told) yield `${JSON.stringify(one)}\n`;
}

function unlessClosed(cause: unknown): void {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code !== 'EPIPE' && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw cause;
}
