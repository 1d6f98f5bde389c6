import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {decodeIpp, encodeIpp, type IppAttribute, type IppMessage} from '../ipp-message.ts';

export interface Heard {
  readonly message: IppMessage;
  readonly document: Buffer;
}

export type Reply = (heard: Heard, response: ServerResponse, request: IncomingMessage) => void;

/** A printer that speaks IPP as a test says; `heard` is every request that came whole. */
export class IppServer {
  readonly heard: Heard[] = [];
  readonly #server: Server;

  private constructor(reply: Reply) {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('error', () => undefined);
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts);
        const message = decodeIpp(body);
        if (!message) return response.writeHead(400).end();
        const heard = {message, document: body.subarray(message.end)};
        this.heard.push(heard);
        return reply(heard, response, request);
      });
    });
  }

  static async start(reply: Reply): Promise<IppServer> {
    const started = new IppServer(reply);
    await new Promise<void>((resolve) => started.#server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get uri(): string {
    return `ipp://127.0.0.1:${(this.#server.address() as AddressInfo).port}/ipp/print`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Answers a request with a status, and attributes of a job or a printer. */
export function answer(
  response: ServerResponse,
  {message}: Heard,
  code: number,
  attributes: readonly IppAttribute[] = [],
  tag = 2,
): void {
  const operation = {tag: 1, attributes: [{name: 'attributes-charset', tag: 0x47, values: ['utf-8']}]};
  const bytes = encodeIpp({code, requestId: message.requestId, groups: [operation, {tag, attributes}]});
  response.writeHead(200, {'content-type': 'application/ipp'}).end(bytes);
}
