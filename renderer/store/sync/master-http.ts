import {type Fault, type FaultCode, faults} from '#core/faults.ts';
import {type Result, fail, ok} from '#core/lib/result.ts';
import {parsedJson} from '#core/lib/parsed-json.ts';
import {type Shape, check} from '#core/lib/shape.ts';
import {utf8} from '#core/lib/utf8.ts';
import {gzipped} from '../snapshots/gzipped.ts';
import {masterAddress} from '#core/sync/master-address.ts';
import {within} from './within.ts';

/** What of the host is needed to reach a master. */
export interface Network {
  readonly fetch: (url: string, request: RequestInit) => Promise<Response>;
  readonly openSocket: (url: string, protocols: readonly string[]) => WebSocket;
}

/** Where a master is, and by what it knows who asks. */
export interface MasterAccess {
  readonly url: string;
  readonly token?: string;
}

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: string;
  /** So long it may take until the answer begins. */
  readonly patienceMs?: number;
  readonly signal?: AbortSignal;
}

const patienceMs = 30_000;
/** A shorter body is not worth packing: one change with its head has some 260 bytes, and 230 packed. */
const packFromBytes = 200;

/** Asks a master over HTTP. What comes back is an answer of a master, or a fault: never a page that something on the way has made. */
export class MasterHttp {
  readonly #network: Network;
  readonly #access: MasterAccess;
  readonly #closing = new AbortController();

  constructor(network: Network, access: MasterAccess) {
    this.#network = network;
    this.#access = access;
  }

  /** An answer whose body is still to be read. */
  async ask(
    path: string,
    {method = 'GET', body, patienceMs: patience = patienceMs, signal}: Asking = {},
  ): Promise<Result<Response>> {
    const address = masterAddress(this.#access.url);
    if (!address.ok) return address;
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), patience);
    try {
      const {headers, packed} = await this.#said(body);
      const response = await this.#network.fetch(`${address.value}${path}`, {
        method,
        headers,
        ...(packed && {body: packed}),
        credentials: 'omit',
        // A portal sends elsewhere whoever has not signed in, and the token is for nobody else.
        redirect: 'manual',
        signal: AbortSignal.any([waiting.signal, this.#closing.signal, ...(signal ? [signal] : [])]),
      });
      return await answerIn(response);
    } catch (error) {
      return offline(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** An answer of JSON of a shape. */
  async json<T>(path: string, shape: Shape<T>, asking: Asking = {}): Promise<Result<T>> {
    const told = await this.text(path, asking);
    if (!told.ok) return told;
    const value = check(shape, parsedJson(told.value));
    return value.ok ? value : fail('sync.not_a_master', {});
  }

  text(path: string, asking: Asking = {}): Promise<Result<string>> {
    return this.#whole(path, asking, (response) => response.text());
  }

  async bytes(path: string, asking: Asking = {}): Promise<Result<Uint8Array<ArrayBuffer>>> {
    return this.#whole(path, asking, async (response) => new Uint8Array(await response.arrayBuffer()));
  }

  /** An answer with its whole body. */
  async #whole<T>(path: string, asking: Asking, read: (response: Response) => Promise<T>): Promise<Result<T>> {
    const response = await this.ask(path, asking);
    if (!response.ok) return response;
    try {
      return ok(await within(asking.patienceMs ?? patienceMs, read(response.value)));
    } catch (error) {
      return offline(error);
    }
  }

  /** Lets go of everything that is under way. */
  close(): void {
    this.#closing.abort();
  }

  socket(path: string): WebSocket {
    const url = `${this.#access.url.replace(/^http/, 'ws')}${path}`;
    return this.#network.openSocket(url, [`tradewind.${this.#access.token ?? ''}`]);
  }

  async #said(body: string | undefined) {
    const {token} = this.#access;
    const headers: Record<string, string> = token === undefined ? {} : {authorization: `Bearer ${token}`};
    if (body === undefined) return {headers, packed: undefined};
    headers['content-type'] = 'application/x-ndjson; charset=utf-8';
    const bytes = utf8(body);
    if (bytes.length < packFromBytes) return {headers, packed: bytes};
    const packed = await gzipped(bytes);
    if (packed.length >= bytes.length) return {headers, packed: bytes};
    headers['content-encoding'] = 'gzip';
    return {headers, packed};
  }
}

/** What a master answers is JSON or lines of it, or nothing. A page of HTML with status 200 is a portal's. */
async function answerIn(response: Response): Promise<Result<Response>> {
  const type = response.headers.get('content-type') ?? '';
  if (response.ok) {
    const isOurs = response.status === 204 || /^application\/(json|x-ndjson|vnd\.tradewind\.chunks)\b/.test(type);
    return isOurs ? ok(response) : fail('sync.not_a_master', {});
  }
  const told = faultIn(parsedJson(await response.text()));
  if (told)
    return {ok: false, fault: Object.hasOwn(faults, told.code) ? told : {code: codeOf(response.status), values: {}}};
  // Something on the way has answered.
  return fail(response.status >= 500 ? 'sync.offline' : 'sync.not_a_master', {});
}

/** A fault as the master tells it. Its code may be of a newer version. */
function faultIn(told: unknown): Fault | undefined {
  const {code, values} = (told as {readonly fault?: Partial<Fault> | null} | null | undefined)?.fault ?? {};
  if (typeof code !== 'string' || typeof values !== 'object' || values === null) return undefined;
  const said = Object.entries(values).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return {code, values: Object.fromEntries(said)};
}

function codeOf(status: number): FaultCode {
  if (status === 401) return 'sync.revoked';
  if (status === 426) return 'sync.upgrade';
  return 'sync.busy';
}

/** The browser says of a way that failed no more than that. */
function offline(error: unknown): Result<never> {
  if (error instanceof TypeError || error instanceof DOMException) return fail('sync.offline', {});
  throw error;
}
