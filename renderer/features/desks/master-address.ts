const loopback = new Set(['localhost', '127.0.0.1']);

/** The address of a master as it was typed, or undefined where that is none: what leaves this computer goes sealed. */
export function masterAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (!URL.canParse(text)) return undefined;
  const {protocol, hostname, origin, pathname} = new URL(text);
  const isSealed = protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
  return isSealed ? `${origin}${pathname.replace(/\/+$/, '')}` : undefined;
}
