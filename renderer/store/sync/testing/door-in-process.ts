import {must} from '#core/lib/assert.ts';
import {base64url} from '#core/lib/hash.ts';
import {utf8} from '#core/lib/utf8.ts';
import {type Row, type TableName, tables} from '#core/schema.ts';
import {canonical} from '#core/lib/canonical.ts';
import {bundleType, bundled} from '#core/sync/chunk-bundle.ts';
import {protocolVersion} from '#core/sync/protocol.ts';
import {type ChunkFacts, genesisHash, rowsOfChunk} from '#core/sync/snapshot.ts';
import type {MemoryMaster} from '#core/testing/memory-master.ts';
import type {ReadTx, SmallTable} from '#core/sync/store.ts';
import {gzipped} from '../../snapshots/gzipped.ts';
import {type Chunk, cutChunks, shaOf} from '../cut-chunks.ts';
import {verifierOf} from '../join-code.ts';

interface Asked {
  readonly method: string;
  readonly told: string;
  readonly token: string | undefined;
}

interface Desk {
  readonly shop: string;
  readonly replica: string;
  readonly publicKey: string;
  readonly name: string;
  isRevoked: boolean;
}

interface Code {
  readonly shop: string;
  readonly verifier: string;
  readonly wrapped: string;
  usedBy?: string;
}

export const setupCode = 'set-up-code';

/** What a master answers beside changes and decisions, over memory, by the contract that both sides keep. */
export class DoorInProcess {
  readonly #store: MemoryMaster;
  readonly #keys = crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']) as Promise<CryptoKeyPair>;
  readonly #chunks = new Map<string, string>();
  readonly #desks = new Map<string, Desk>();
  readonly #codes = new Map<string, Code>();
  readonly #begun = new Map<string, string>();
  /** Answers to requests whose path ends so are lost, this often. */
  loses: {readonly path: string; times: number} = {path: '', times: 0};
  /** Which orders are needed in order to work. */
  isHot: (row: Row) => boolean = () => true;
  /** Requests whose path holds this fail, this often. */
  fails: {readonly path: string | RegExp; times: number} = {path: '', times: 0};
  /** After so many chunks of snapshots nothing comes any more. */
  lastsFor = Infinity;
  #names = 0;

  constructor(store: MemoryMaster) {
    this.#store = store;
  }

  async answer(path: string, asked: Asked): Promise<Response> {
    const answer = await this.#answer(path, asked);
    if (this.loses.times === 0 || !path.endsWith(this.loses.path)) return answer;
    this.loses.times -= 1;
    throw new TypeError('fetch failed');
  }

  async #answer(path: string, asked: Asked): Promise<Response> {
    if (this.fails.times > 0 && path.search(this.fails.path) >= 0) {
      this.fails.times -= 1;
      throw new TypeError('fetch failed');
    }
    const [route = '', query = ''] = path.split('?');
    const [, , first = '', shop = '', third = '', fourth = ''] = route.split('/');
    if (first === 'hello') return this.#hello(new URLSearchParams(query).get('nonce') ?? '');
    const body = (asked.method === 'POST' ? JSON.parse(asked.told) : {}) as Readonly<Record<string, string>>;
    if (first === 'join') return this.#join(body);
    if (shop === '') return this.#found(body);
    const desk = this.#desks.get(asked.token ?? '');
    if (!desk || desk.isRevoked || desk.shop !== shop) return refused('sync.revoked', 401);
    if (third === 'genesis') {
      return asked.method === 'PUT' ? this.#putChunk(fourth, asked.told) : this.#begin(shop, body as never);
    }
    if (third === 'snapshot' && !this.#begun.has(shop)) return refused('cloud.shop_empty', 409);
    if (third === 'snapshot' && fourth === '') return this.#snapshot(shop);
    if (third === 'snapshot') return this.#bundle(body['shas'] as unknown as readonly string[]);
    if (third === 'codes') return this.#addCode(shop, body as never);
    if (third === 'digest') return this.#digest(shop);
    if (asked.method === 'DELETE') return third === '' ? this.#takeBack(shop) : this.#revoke(shop, fourth);
    return jsonOf(this.#desksOf(shop));
  }

  /** As if others were kept by now. */
  dropSnapshots(): void {
    this.#chunks.clear();
  }

  async #bundle(shas: readonly string[]): Promise<Response> {
    this.lastsFor -= shas.length;
    if (this.lastsFor < 0) throw new TypeError('fetch failed');
    const told = shas.map((sha) => this.#chunks.get(sha));
    if (told.includes(undefined)) return refused('cloud.not_found', 404);
    const packed = await Promise.all(told.map((text = '') => gzipped(utf8(text))));
    return new Response(bundled(packed), {headers: {'content-type': bundleType}});
  }

  async #hello(nonce: string): Promise<Response> {
    return jsonOf({v: protocolVersion, key: await this.#key(), sig: await this.#signed(`tradewind-hello:${nonce}`)});
  }

  async #found(body: Readonly<Record<string, string>>): Promise<Response> {
    if (body['setupCode'] !== setupCode) return refused('sync.setup_refused', 403);
    return jsonOf({token: this.#admit(body['shop'] ?? '', body)});
  }

  isRevoked(token: string | undefined): boolean {
    return this.#desks.get(token ?? '')?.isRevoked === true;
  }

  /** Whether it has anything of a shop. */
  has(shop: string): boolean {
    return this.#begun.has(shop) || [...this.#desks.values()].some((desk) => desk.shop === shop);
  }

  async #takeBack(shop: string): Promise<Response> {
    const desks = [...this.#desks].filter(([, desk]) => desk.shop === shop);
    if (desks.length > 1) return refused('cloud.shop_shared', 409);
    for (const [token] of desks) this.#desks.delete(token);
    this.#begun.delete(shop);
    this.#store.end(shop);
    return new Response(null, {status: 204});
  }

  async #putChunk(sha: string, told: string): Promise<Response> {
    if ((await shaOf(utf8(told))) !== sha) return refused('cloud.chunk_damaged', 400);
    this.#chunks.set(sha, told);
    return new Response(null, {status: 204});
  }

  async #begin(shop: string, {chunks}: {readonly chunks: readonly ChunkFacts[]}): Promise<Response> {
    const hash = genesisHash(chunks);
    const before = this.#begun.get(shop);
    if (before !== undefined) {
      return before === hash ? jsonOf({epoch: 1, seq: 0, hash}) : refused('cloud.begun_otherwise', 409);
    }
    const rows: (readonly [TableName, Row])[] = [];
    for (const {sha, table} of chunks) {
      const read = rowsOfChunk(table, must(this.#chunks.get(sha), 'a chunk'));
      if (!read.ok) return refused('cloud.garbage', 400);
      for (const {row} of read.value) rows.push([table as TableName, row]);
    }
    await this.#store.begin(shop, rows, {hash});
    this.#begun.set(shop, hash);
    return jsonOf({epoch: 1, seq: 0, hash});
  }

  async #snapshot(shop: string): Promise<Response> {
    const head = must(await this.#store.head(shop), 'a shop');
    const chunks: (ChunkFacts & {readonly tier: string})[] = [];
    for (const tier of ['hot', 'cold']) {
      for (const table of Object.keys(tables) as TableName[]) {
        const rows = (await this.#rowsOf(shop, table)).filter(
          (row) => (table !== 'orders' || this.isHot(row)) === (tier === 'hot'),
        );
        const texts = rows.map((row) => ({id: row.id, text: canonical(row)}));
        // A few rows in each, so that there are several.
        for (let from = 0; from < texts.length; from += 20) {
          for await (const {facts, text} of cutChunks(table, texts.slice(from, from + 20)) as AsyncIterable<Chunk>) {
            this.#chunks.set(facts.sha, text);
            chunks.push({...facts, tier});
          }
        }
      }
    }
    return jsonOf({...head, chunks});
  }

  async #digest(shop: string): Promise<Response> {
    const head = must(await this.#store.head(shop), 'a shop');
    const digests: Record<string, unknown> = {};
    for (const table of Object.keys(tables) as TableName[]) {
      const rows = await this.#rowsOf(shop, table);
      const told = rows.map((row) => `${row.id}\n${canonical(row)}\n`).join('');
      digests[table] = {rows: rows.length, digest: await shaOf(utf8(told))};
    }
    return jsonOf({...head, tables: digests});
  }

  async #rowsOf(shop: string, table: TableName): Promise<readonly Row[]> {
    const store = must(this.#store.rowsOf(shop), 'a shop');
    const {added} = await store.looseRows(table);
    if (!tables[table].packed) return store.read((tx: ReadTx) => tx.range(table as SmallTable, {limit: 100_000}));
    return added;
  }

  async #addCode(
    shop: string,
    {verifier, wrapped, minutes}: {readonly verifier: string; readonly wrapped: string; readonly minutes: number},
  ) {
    const codeId = this.#newName();
    this.#codes.set(codeId, {shop, verifier, wrapped});
    return jsonOf({codeId, expiresAt: minutes * 60_000});
  }

  async #join(body: Readonly<Record<string, string>>): Promise<Response> {
    const code = this.#codes.get(body['codeId'] ?? '');
    if (!code || (await verifierOf(body['proof'] ?? '')) !== code.verifier) return refused('sync.code_wrong', 403);
    const who = `${body['replica']} ${body['publicKey']}`;
    if (code.usedBy !== undefined && code.usedBy !== who) return refused('sync.code_used', 409);
    code.usedBy = who;
    const token = this.#admit(code.shop, body);
    const sig = await this.#signed(`tradewind-join:${body['nonce']}`);
    return jsonOf({shop: code.shop, token, wrapped: code.wrapped, key: await this.#key(), sig});
  }

  #desksOf(shop: string): readonly unknown[] {
    return [...this.#desks.values()]
      .filter((desk) => desk.shop === shop)
      .map(({replica, name, isRevoked}) => ({
        replica,
        name,
        joinedAt: 1,
        lastSeenAt: 2,
        lastN: 0,
        ...(isRevoked && {revoked: 3}),
      }));
  }

  async #revoke(shop: string, replica: string): Promise<Response> {
    for (const desk of this.#desks.values()) if (desk.shop === shop && desk.replica === replica) desk.isRevoked = true;
    return new Response(null, {status: 204});
  }

  #admit(shop: string, {replica = '', publicKey = '', name = ''}: Readonly<Record<string, string>>): string {
    const token = this.#newName().padEnd(43, 't');
    this.#desks.set(token, {shop, replica, publicKey, name, isRevoked: false});
    return token;
  }

  #newName(): string {
    this.#names += 1;
    return `name-${this.#names}`.padEnd(12, '-');
  }

  async #key(): Promise<string> {
    return base64url(new Uint8Array(await crypto.subtle.exportKey('raw', (await this.#keys).publicKey)));
  }

  async #signed(told: string): Promise<string> {
    return base64url(new Uint8Array(await crypto.subtle.sign('Ed25519', (await this.#keys).privateKey, utf8(told))));
  }
}

export function jsonOf(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {status, headers: {'content-type': 'application/json; charset=utf-8'}});
}

function refused(code: string, status: number): Response {
  return jsonOf({fault: {code, values: {}}}, status);
}
