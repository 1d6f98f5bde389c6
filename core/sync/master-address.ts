import {type Result, fail, ok} from '../lib/result.ts';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/** The address of a master as it is kept: without what is behind its path. Plain http is for this machine alone. */
export function masterAddress(typed: string): Result<string> {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  if (!url || !isSafe) return fail('sync.insecure', {});
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
}
