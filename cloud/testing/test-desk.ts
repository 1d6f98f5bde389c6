import {createHash, randomBytes} from 'node:crypto';
import {type Entry, beginning, valueOf} from '#core/journal/entry.ts';
import {must} from '#core/lib/assert.ts';
import {canonical} from '#core/lib/canonical.ts';
import {idFromName} from '#core/lib/id.ts';
import {registry} from '#core/registry.ts';
import {type Row, type TableName, tables} from '#core/schema.ts';
import {Applier} from '#core/sync/applier.ts';
import type {Call} from '#core/sync/define.ts';
import type {LogPlace} from '#core/sync/group.ts';
import {nextPush} from '#core/sync/outgoing.ts';
import {FrameReader, type Push, encodePush} from '#core/sync/protocol.ts';
import {Replica} from '#core/sync/replica.ts';
import {type ChunkFacts, chunkText, rowsOfChunk} from '#core/sync/snapshot.ts';
import type {Mutation, SmallTable} from '#core/sync/store.ts';
import {monday} from '#core/testing/given.ts';
import {MemoryStore} from '#core/testing/memory-store.ts';
import {type Answer, type Asked, ask, gzipped, packed} from './ask.ts';

export type TestRow = readonly [TableName, Row];

const savedMax = 1_000_000;

/** A desk as it is shipped, over a store in memory, that speaks HTTP with a master. */
export class TestDesk {
  store = new MemoryStore();
  replica = new Replica(this.store, registry.mutators);
  #applier = new Applier(this.store, registry.mutators);
  readonly #journal: Entry[] = [];
  readonly #url: string;
  readonly name: string;
  shop = '';
  token = '';

  constructor(url: string, name: string) {
    this.#url = url;
    this.name = idFromName('replica', name);
  }

  get facts(): {readonly replica: string; readonly inc: string; readonly publicKey: string; readonly name: string} {
    return {replica: this.name, inc: 'first-------', publicKey: 'K'.repeat(43), name: 'Packing bench'};
  }

  ask(path: string, asked: Asked = {}): Promise<Answer> {
    return ask(`${this.#url}/v1/shops/${this.shop}${path}`, {token: this.token, ...asked});
  }

  /** Brings a shop with these rows to the master. */
  async found(setupCode: string, rows: readonly TestRow[]): Promise<this> {
    this.shop = randomBytes(9).toString('base64url');
    const answer = await ask(`${this.#url}/v1/shops`, {body: {setupCode, shop: this.shop, ...this.facts}});
    this.token = (answer.json as {readonly token: string}).token;
    const chunks = chunksOf(rows);
    for (const {facts, text} of chunks) {
      const sent = await this.ask(`/genesis/${facts.sha}`, {method: 'PUT', body: packed(text), headers: gzipped});
      must(sent.status === 204 || undefined, 'a chunk that is taken');
    }
    const place = await this.ask('/genesis', {body: {chunks: chunks.map(({facts}) => facts)}});
    await this.#begin(rows, place.json as LogPlace);
    return this;
  }

  /** A code that lets in another desk, made of a proof of its own. */
  async code(minutes = 10): Promise<{readonly codeId: string; readonly proof: string}> {
    const proof = randomBytes(32);
    const verifier = createHash('sha256').update(proof).digest('base64url');
    const made = await this.ask('/codes', {body: {verifier, wrapped: 'W'.repeat(80), minutes}});
    const {codeId} = made.json as {readonly codeId: string};
    return {codeId, proof: proof.toString('base64url')};
  }

  joinWith(code: {readonly codeId: string; readonly proof: string}): Promise<Answer> {
    return ask(`${this.#url}/v1/join`, {body: {...code, ...this.facts, nonce: 'N'.repeat(43)}});
  }

  /** Joins with a code, and takes everything from the snapshot. */
  async join(code: {readonly codeId: string; readonly proof: string}): Promise<this> {
    const answer = await this.joinWith(code);
    const joined = answer.json as {readonly shop: string; readonly token: string};
    this.shop = joined.shop;
    this.token = joined.token;
    await this.#takeSnapshot();
    return this;
  }

  /**
   * As a desk does that is told that the log goes on otherwise: it takes the shop once more, ends its own log where the master knows
   * it, and does again what its journal tells behind that.
   */
  async copyAgain(): Promise<void> {
    const desks = (await this.ask('/desks')).json as readonly {readonly replica: string; readonly lastN: number}[];
    const knownN = must(desks.find(({replica}) => replica === this.name)?.lastN, 'a desk that the master knows');
    this.store = new MemoryStore();
    this.replica = new Replica(this.store, registry.mutators);
    this.#applier = new Applier(this.store, registry.mutators);
    await this.#takeSnapshot();
    const known = this.#journal[knownN - 1];
    await this.store.write(async (tx) => {
      if (!known) return;
      await tx.setMeta('decided', {n: known.n, hash: known.hash});
      await tx.append(known);
    });
    await this.replica.replay(
      this.#journal.slice(knownN).map((entry) => valueOf(entry) as Mutation),
      () => undefined,
    );
  }

  async #takeSnapshot(): Promise<void> {
    const snapshot = (await this.ask('/snapshot')).json as LogPlace & {readonly chunks: readonly ChunkFacts[]};
    const rows: TestRow[] = [];
    for (const {sha, table} of snapshot.chunks) {
      const read = rowsOfChunk(table, (await this.ask('/snapshot/chunk', {body: {sha}})).text);
      must(read.ok || undefined, 'a chunk that can be read');
      if (read.ok) rows.push(...read.value.map(({row}) => [table as TableName, row] as const));
    }
    await this.#begin(rows, {epoch: snapshot.epoch, seq: snapshot.seq, hash: snapshot.hash});
  }

  async do(...calls: readonly Call[]): Promise<readonly boolean[]> {
    const outcomes = await this.replica.mutate(calls, {at: monday}, ({entries}) => this.#journal.push(...entries));
    return outcomes.map(({ok}) => ok);
  }

  async nextPush(): Promise<Push> {
    return must(await nextPush(this.store, {after: 0, savedN: savedMax}), 'something to push');
  }

  async push(push?: Push): Promise<unknown> {
    const body = packed(encodePush(push ?? (await this.nextPush())));
    return (await this.ask('/push', {body, headers: gzipped})).json;
  }

  /** Takes the log to its end. */
  async pull(): Promise<LogPlace> {
    for (;;) {
      const place = must(await this.store.read((tx) => tx.meta('place')), 'a place');
      const answer = await this.ask('/log', {body: {epoch: place.epoch, seq: place.seq, hash: place.hash}});
      const reader = new FrameReader();
      let groups = 0;
      for (const line of answer.text.split('\n').slice(0, -1)) {
        const frame = reader.take(line);
        must(frame.ok || undefined, 'a frame');
        if (!frame.ok || frame.value?.t !== 'g') continue;
        groups += 1;
        must((await this.#applier.apply(frame.value.group)).ok || undefined, 'a group that follows');
      }
      if (groups === 0) return place;
    }
  }

  /** Rows and digest of every table, as the master tells them. */
  async digest(): Promise<Readonly<Record<string, {readonly rows: number; readonly digest: string}>>> {
    const digests: Record<string, {rows: number; digest: string}> = {};
    for (const table of Object.keys(tables) as TableName[]) {
      const rows = await this.rowsOf(table);
      const hash = createHash('sha256');
      for (const row of rows) hash.update(`${row.id}\n${canonical(row)}\n`);
      digests[table] = {rows: rows.length, digest: hash.digest('base64url')};
    }
    return digests;
  }

  rowsOf(table: TableName): Promise<readonly Row[]> {
    if (!tables[table].packed) return this.store.read((tx) => tx.range(table as SmallTable, {limit: savedMax}));
    return this.store
      .looseRows(table)
      .then(({changed, added}) => [...changed, ...added].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  }

  async #begin(rows: readonly TestRow[], place: LogPlace): Promise<void> {
    await this.store.write(async (tx) => {
      for (const [table, row] of rows) await tx.put(table, row as never);
      await tx.setMeta('lines', [{replica: this.name, inc: this.facts.inc, from: 0}]);
      await tx.setMeta('place', place);
      await tx.setMeta('decided', beginning);
    });
  }
}

/** Rows as a desk sends them: by table, in the order of their ids, a few to a chunk. */
export function chunksOf(rows: readonly TestRow[], perChunk = 100): readonly {facts: ChunkFacts; text: string}[] {
  return (Object.keys(tables) as TableName[]).flatMap((table) => {
    const ofTable = rows.filter(([name]) => name === table).map(([, row]) => row);
    const lines = ofTable.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(canonical);
    return Array.from({length: Math.ceil(lines.length / perChunk)}, (_, at) => {
      const text = chunkText(lines.slice(at * perChunk, (at + 1) * perChunk));
      const sha = createHash('sha256').update(text).digest('base64url');
      const count = text.split('\n').length - 1;
      return {facts: {sha, table, rows: count, bytes: Buffer.byteLength(text)}, text};
    });
  });
}
