import {randomBytes} from 'node:crypto';
import {request} from 'node:http';
import {must} from '#core/lib/assert.ts';
import type {LogPlace} from '#core/sync/group.ts';
import type {TieredChunk} from '#core/sync/shop-chunks.ts';
import {ask} from '../../cloud/testing/ask.ts';
import {TestDesk} from '../../cloud/testing/test-desk.ts';
import {
  fingerprintOf,
  newSecret,
  proofOf,
  verifierOf,
  wrapKey,
  writeJoinCode,
} from '../../renderer/store/sync/join-code.ts';
import type {RunningMaster} from '../master/running-master.ts';
import type {TrueShop} from './truth.ts';
import {Way} from './way.ts';

/** A chunk as the master sends it: packed with gzip. */
export interface PackedChunk extends TieredChunk {
  readonly packed: Buffer;
}

const codeMinutes = 60;

/** A shop at the shipped master, which desks reach on a way that can be cut. */
export class ShopAtMaster {
  readonly way: Way;
  /** The desk that has brought it. */
  readonly founder: TestDesk;
  readonly #url: string;
  readonly #master: RunningMaster;
  readonly #shop: TrueShop;

  private constructor(url: string, {way, founder, master, shop}: Pick<ShopAtMaster, 'way' | 'founder'> & Place) {
    this.#url = url;
    this.way = way;
    this.founder = founder;
    this.#master = master;
    this.#shop = shop;
  }

  static async found(master: RunningMaster, shop: TrueShop): Promise<ShopAtMaster> {
    const founder = await new TestDesk(master.url, 'bench').found(master.setupCode, shop.rows);
    const way = new Way(master.url);
    return new ShopAtMaster(await way.start(), {way, founder, master, shop});
  }

  /** What one more desk joins with. */
  async code(): Promise<string> {
    const nonce = randomBytes(32).toString('base64url');
    const {key} = (await ask(`${this.#master.url}/v1/hello?nonce=${nonce}`)).json as {readonly key: string};
    const code = {secret: newSecret(), fingerprint: await fingerprintOf(key)};
    const verifier = await verifierOf(await proofOf(code));
    const wrapped = await wrapKey(code, this.#shop.key);
    const made = await this.founder.ask('/codes', {body: {verifier, wrapped, minutes: codeMinutes}});
    const {codeId} = made.json as {readonly codeId: string};
    return writeJoinCode({...code, url: this.#url, codeId});
  }

  /** Everything that a desk that joins is sent, byte for byte, hot chunks first. */
  async chunks(): Promise<readonly PackedChunk[]> {
    const told = (await this.founder.ask('/snapshot')).json as LogPlace & {readonly chunks: readonly TieredChunk[]};
    const chunks: PackedChunk[] = [];
    for (const chunk of told.chunks) chunks.push({...chunk, packed: await this.#packed(chunk.sha)});
    return chunks;
  }

  /** Node's own `fetch` would unpack it. */
  #packed(sha: string): Promise<Buffer> {
    const {token, shop} = this.founder;
    const headers = {authorization: `Bearer ${token}`, 'accept-encoding': 'gzip'};
    return new Promise((resolve, reject) => {
      const asking = request(`${this.#master.url}/v1/shops/${shop}/snapshot/${sha}`, {headers}, (told) => {
        must(told.headers['content-encoding'] === 'gzip' || undefined, 'a packed chunk');
        const pieces: Buffer[] = [];
        told.on('data', (piece: Buffer) => pieces.push(piece));
        told.on('end', () => resolve(Buffer.concat(pieces)));
      });
      asking.on('error', reject);
      asking.end();
    });
  }
}

interface Place {
  readonly master: RunningMaster;
  readonly shop: TrueShop;
}
