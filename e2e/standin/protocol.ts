import type {CustomScheme, Protocol} from 'electron/main';
import {loud, notModelled} from './loud.ts';
import type {RequestHandler} from './page-server.ts';

export interface StandinProtocol {
  readonly module: object;
  /** Answers one request with the handler of its scheme. */
  answer: RequestHandler;
  /** From now on schemes cannot be declared. */
  markReady(): void;
}

export function createProtocol(): StandinProtocol {
  const declared = new Map<string, CustomScheme>();
  const handlers = new Map<string, RequestHandler>();
  let isReady = false;

  const members = {
    registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
      if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      for (const scheme of schemes) declared.set(scheme.scheme, scheme);
    },
    handle(scheme: string, handler: RequestHandler): void {
      if (!isReady) throw new Error('protocol.handle should be called after app is ready');
      const {standard, secure} = declared.get(scheme)?.privileges ?? {};
      if (!standard || !secure) throw notModelled(`the scheme ${scheme} that is not both standard and secure`);
      handlers.set(scheme, handler);
    },
    unhandle(scheme: string): void {
      handlers.delete(scheme);
    },
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
  } satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>;

  return {
    module: loud('protocol', members),
    async answer(request) {
      const handler = handlers.get(new URL(request.url).protocol.slice(0, -1));
      return handler ? handler(request) : new Response('no handler for this scheme', {status: 404});
    },
    markReady() {
      isReady = true;
    },
  };
}
