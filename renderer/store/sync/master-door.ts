import {parsedJson} from '#core/lib/parsed-json.ts';
import {base64url} from '#core/lib/hash.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {type Shape, check, integer, list, object, optional, pattern, text} from '#core/lib/shape.ts';
import type {LogPlace} from '#core/sync/group.ts';
import {protocolVersion} from '#core/sync/protocol.ts';
import {type ShopManifest, shopManifest} from '#core/sync/shop-chunks.ts';
import type {ChunkFacts} from '#core/sync/snapshot.ts';
import type {Instant} from '#core/time/instant.ts';
import {hasSigned} from './desk-keys.ts';
import {type Asking, MasterHttp, type Network} from './master-http.ts';

const name = pattern(/^[A-Za-z0-9_-]{12}$/);
const hash = pattern(/^[A-Za-z0-9_-]{43}$/);
const signature = pattern(/^[A-Za-z0-9_-]{86}$/);
const nonceBytes = 32;
/** A chunk may be large, and the way slow. */
const chunkPatienceMs = 120_000;
/** The shop is closed meanwhile. */
const takeBackPatienceMs = 5_000;

const hello = object({v: integer({min: 1}), key: hash, sig: signature});
const found = object({token: hash});
const joined = object({shop: name, token: hash, wrapped: text({min: 38, max: 1_000}), key: hash, sig: signature});
const place = object({epoch: integer({min: 1}), seq: integer({min: 0}), hash});
const newCode = object({codeId: name, expiresAt: integer({min: 0})});
const desk = object({
  replica: name,
  name: text({max: 120}),
  joinedAt: integer({min: 0}),
  lastSeenAt: integer({min: 0}),
  lastN: integer({min: 0}),
  revoked: optional(integer({min: 0})),
});
const desksMax = 10_000;
const tableDigest = object({rows: integer({min: 0}), digest: hash});

/** What a desk says of itself when it comes. */
export interface NewDesk {
  readonly replica: string;
  readonly inc: string;
  readonly publicKey: string;
  readonly name: string;
}

export interface DeskAtMaster {
  readonly replica: string;
  readonly name: string;
  readonly joinedAt: number;
  readonly lastSeenAt: number;
  readonly lastN: number;
  readonly revoked?: number;
}

export interface MasterDigest extends LogPlace {
  readonly tables: ReadonlyMap<string, {readonly rows: number; readonly digest: string}>;
}

/** What is asked of a master beside changes and decisions. */
export class MasterDoor {
  readonly #http: MasterHttp;

  constructor(network: Network, access: {readonly url: string; readonly token?: string}) {
    this.#http = new MasterHttp(network, access);
  }

  /** The key of the master, which it has shown that it has. */
  async key(): Promise<Result<string>> {
    const nonce = newNonce();
    const told = await this.#http.json(`/v1/hello?nonce=${nonce}`, hello);
    if (!told.ok) return told;
    const {v, key, sig} = told.value;
    if (!(await hasSigned(key, {text: `tradewind-hello:${nonce}`, signature: sig}))) return fail('sync.other_master');
    return v === protocolVersion ? ok(key) : fail('sync.upgrade', {version: v});
  }

  foundShop(shop: string, asked: NewDesk & {readonly setupCode: string}): Promise<Result<{readonly token: string}>> {
    return this.#post('/v1/shops', {...asked, shop}, found);
  }

  async join(asked: NewDesk & {readonly codeId: string; readonly proof: string}, key: string) {
    const nonce = newNonce();
    const told = await this.#post('/v1/join', {...asked, nonce}, joined);
    if (!told.ok) return told;
    const signed = {text: `tradewind-join:${nonce}`, signature: told.value.sig};
    return told.value.key === key && (await hasSigned(key, signed)) ? told : fail('sync.other_master');
  }

  async putChunk(shop: string, sha: string, body: string): Promise<Result<null>> {
    const put = await this.#http.ask(`/v1/shops/${shop}/genesis/${sha}`, {
      method: 'PUT',
      body,
      patienceMs: chunkPatienceMs,
    });
    return put.ok ? ok(null) : put;
  }

  /** Lets the master forget a shop that is on its way there. */
  async takeBack(shop: string): Promise<Result<null>> {
    const gone = await this.#http.ask(`/v1/shops/${shop}`, {method: 'DELETE', patienceMs: takeBackPatienceMs});
    return gone.ok ? ok(null) : gone;
  }

  begin(shop: string, chunks: readonly ChunkFacts[]): Promise<Result<LogPlace>> {
    return this.#post(`/v1/shops/${shop}/genesis`, {chunks}, place, {patienceMs: chunkPatienceMs});
  }

  manifest(shop: string): Promise<Result<ShopManifest>> {
    return this.#http.json(`/v1/shops/${shop}/snapshot`, shopManifest, {patienceMs: chunkPatienceMs});
  }

  /** A bundle of chunks. Asked for by POST: before each GET with a token a browser asks whether it may. */
  chunks(shop: string, shas: readonly string[]): Promise<Result<Uint8Array<ArrayBuffer>>> {
    const body = JSON.stringify({shas});
    return this.#http.bytes(`/v1/shops/${shop}/snapshot/chunks`, {method: 'POST', body, patienceMs: chunkPatienceMs});
  }

  addCode(shop: string, asked: {readonly verifier: string; readonly wrapped: string; readonly minutes: number}) {
    return this.#post(`/v1/shops/${shop}/codes`, asked, newCode) as Promise<
      Result<{readonly codeId: string; readonly expiresAt: Instant}>
    >;
  }

  desks(shop: string): Promise<Result<readonly DeskAtMaster[]>> {
    return this.#http.json(`/v1/shops/${shop}/desks`, list(desk, {max: desksMax}));
  }

  async revoke(shop: string, replica: string): Promise<Result<null>> {
    const gone = await this.#http.ask(`/v1/shops/${shop}/desks/${replica}`, {method: 'DELETE'});
    return gone.ok ? ok(null) : gone;
  }

  async digest(shop: string): Promise<Result<MasterDigest>> {
    const told = await this.#http.text(`/v1/shops/${shop}/digest`, {patienceMs: chunkPatienceMs});
    if (!told.ok) return told;
    const {tables, ...rest} = (parsedJson(told.value) ?? {}) as {readonly tables?: unknown};
    const at = check(place, rest);
    if (!at.ok || typeof tables !== 'object' || tables === null) return fail('sync.not_a_master');
    const digests = new Map<string, {readonly rows: number; readonly digest: string}>();
    for (const [table, value] of Object.entries(tables)) {
      const one = check(tableDigest, value);
      if (one.ok) digests.set(table, one.value);
    }
    return ok({...at.value, tables: digests});
  }

  close(): void {
    this.#http.close();
  }

  #post<T>(path: string, body: unknown, shape: Shape<T>, asking: Asking = {}): Promise<Result<T>> {
    return this.#http.json(path, shape, {...asking, method: 'POST', body: JSON.stringify(body)});
  }
}

function newNonce(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(nonceBytes)));
}
