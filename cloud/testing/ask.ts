import {gunzipSync, gzipSync} from 'node:zlib';
import {parsedJson} from '#core/lib/parsed-json.ts';

export interface Asked {
  readonly method?: string;
  readonly token?: string | undefined;
  readonly body?: string | Uint8Array | object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
}

/** One request to a master. An object goes as JSON. */
export async function ask(url: string, {method, token, body, headers = {}}: Asked = {}): Promise<Answer> {
  const isBytes = typeof body === 'string' || body instanceof Uint8Array;
  const answer = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {...(token === undefined ? {} : {authorization: `Bearer ${token}`}), ...headers},
    ...(body === undefined ? {} : {body: isBytes ? body : JSON.stringify(body)}),
  });
  const text = await answer.text();
  return {status: answer.status, text, headers: answer.headers, json: parsedJson(text)};
}

export const gzipped = {'content-encoding': 'gzip'} as const;

export function packed(text: string): Buffer {
  return gzipSync(text);
}

export function unpacked(bytes: Uint8Array): string {
  return gunzipSync(bytes).toString();
}
