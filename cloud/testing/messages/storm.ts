import {Agent, request} from 'node:http';
import {gzipSync} from 'node:zlib';
import {dice} from '#core/lib/dice.ts';
import {parsedJson} from '#core/lib/parsed-json.ts';
import type {Pool} from '../../database/pool.ts';
import {mayBeTaken} from './may-be-taken.ts';
import {type Mutated, mutate} from './mutate.ts';
import type {Recorded} from './recorded.ts';

/** What came of many changed messages. */
export interface Weathered {
  readonly sent: number;
  /** Of how many each line still was JSON. */
  readonly json: number;
  /** Proper messages still, by the rules of `may-be-taken.ts`; how many of them the master took. */
  readonly proper: number;
  readonly taken: number;
  /** Messages that were answered as none may be. */
  readonly wrong: readonly string[];
  /** Tables that messages changed which were no proper ones. */
  readonly changed: readonly string[];
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>;
}

/** As many large bodies as one desk may send at once. */
const atOnce = 4;
const digestEvery = 5_000;
const wrongMost = 20;

/**
 * Sends changed messages to a master, those that are proper ones still behind all the others; what is kept of every table is compared
 * before and behind those that must change nothing.
 */
export async function weather(
  {url, pool, recorded}: {readonly url: string; readonly pool: Pool; readonly recorded: Recorded},
  {count, seed, tell}: {readonly count: number; readonly seed: string; readonly tell?: (sent: number) => void},
): Promise<Weathered> {
  const agent = new Agent({keepAlive: true, maxSockets: atOnce});
  const thrown = dice(seed);
  const proper: Mutated[] = [];
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  const before = await tablesIn(pool);
  const changed = new Set<string>();
  let [sent, json, taken] = [0, 0, 0];

  const send = async (one: Mutated): Promise<void> => {
    sent += 1;
    if (one.isJson) json += 1;
    const {status, text} = await answerTo(url, one, {agent, from: `10.0.${(sent >> 8) & 255}.${sent & 255}`});
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const isProper = mayBeTaken(one, recorded);
    const no = (parsedJson(text) as {readonly no?: string} | undefined)?.no;
    if (isProper && status < 300 && no === undefined) taken += 1;
    if (!isAnswer(status, text)) wrong.push(`${status} ${text.slice(0, 200)} for ${toldBriefly(one)}`);
  };
  const look = async (): Promise<void> => {
    const now = await tablesIn(pool);
    for (const [table, digest] of before) if (now.get(table) !== digest) changed.add(table);
  };

  for (let left = count; left > 0 && wrong.length < wrongMost && changed.size === 0;) {
    const batch = Array.from({length: Math.min(left, digestEvery)}, () =>
      mutate(thrown.pick(recorded.messages), thrown),
    );
    left -= batch.length;
    const others = batch.filter((one) => !mayBeTaken(one, recorded));
    proper.push(...batch.filter((one) => mayBeTaken(one, recorded)));
    await together(others, send);
    await look();
    tell?.(sent);
  }
  await together(proper, send);
  agent.destroy();
  return {sent, json, proper: proper.length, taken, wrong, changed: [...changed], statuses};
}

async function together(all: readonly Mutated[], send: (one: Mutated) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const work = async (): Promise<void> => {
    for (const one of waiting) await send(one);
  };
  await Promise.all(Array.from({length: atOnce}, work));
}

interface Heard {
  readonly status: number;
  readonly text: string;
}

/** Each message comes from an address of its own: what is tried too often from one is not looked at. */
function answerTo(
  url: string,
  {message, bytes}: Mutated,
  {agent, from}: {readonly agent: Agent; readonly from: string},
): Promise<Heard> {
  const {method, path, token, packed = false} = message;
  const {hostname, port} = new URL(url);
  const headers = {
    'x-forwarded-for': from,
    ...(token === undefined ? {} : {authorization: `Bearer ${token}`}),
    ...(packed ? {'content-encoding': 'gzip'} : {}),
  };
  return new Promise((resolve) => {
    const asked = request({hostname, port, method, path, headers, agent}, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => (text += piece));
      answer.on('end', () => resolve({status: answer.statusCode ?? 0, text}));
      answer.on('error', (error) => resolve({status: 0, text: error.message}));
    });
    asked.on('error', (error) => resolve({status: 0, text: error.message}));
    asked.end(bytes === undefined ? undefined : packed ? gzipSync(bytes, {level: 1}) : bytes);
  });
}

/** Something was said, and where it was refused by a fault of ours. */
function isAnswer(status: number, text: string): boolean {
  if (status >= 200 && status < 300) return true;
  const {fault} = (parsedJson(text) ?? {}) as {readonly fault?: {readonly code?: string}};
  return status >= 400 && status < 500 && /^(cloud|sync|core)\./.test(fault?.code ?? '');
}

function toldBriefly({message: {method, path}, bytes}: Mutated): string {
  return `${method} ${path.slice(0, 120)} ${(bytes?.toString() ?? '').slice(0, 600)}`;
}

/** A digest of everything that each table holds. */
export async function tablesIn(pool: Pool): Promise<ReadonlyMap<string, string>> {
  const {rows: tables} = await pool.query<{readonly name: string}>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const digests = new Map<string, string>();
  for (const {name} of tables) {
    const {rows} = await pool.query<{readonly digest: string | null}>(
      `select md5(string_agg(md5(one::text), '' order by md5(one::text))) as digest from ${name} as one`,
    );
    digests.set(name, rows[0]?.digest ?? 'empty');
  }
  return digests;
}
