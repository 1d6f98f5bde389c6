import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {setTimeout as sleep} from 'node:timers/promises';

/** The bytes of record `n`: from a few to some ten thousand, and no two alike. */
export function recordOf(n: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${n}:`.repeat(1 + ((n * 7919) % 4000)));
}

/** What the marker holds after record `n`. */
export function markerOf(n: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`marker ${n} `.repeat(1 + ((n * 104_729) % 300_000)));
}

export interface Answered {
  /** Numbers of the last record and of the last marker that were answered; -1 where none was. */
  readonly journal: number;
  readonly marker: number;
}

/** Starts the writer, kills it some time after its first answer, and tells what it had been answered. */
export async function writeAndKill(
  script: string,
  {root, first, at, livesMs}: {root: string; first: number; at: number; livesMs: number},
): Promise<Answered> {
  const child = spawn(process.execPath, [script, root, String(first), String(at)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(child.stdout, 'data');
  await sleep(livesMs);
  child.kill('SIGKILL');
  await once(child, 'close');

  const last = (what: string): number => {
    const numbers = said.split('\n').flatMap((line) => (line.startsWith(`${what} `) ? Number(line.split(' ')[1]) : []));
    return numbers.at(-1) ?? -1;
  };
  return {journal: last('journal'), marker: last('marker')};
}
