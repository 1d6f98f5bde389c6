// What core needs of its host, and nothing else: every host of ours (Chromium, a worker, Node) has these.

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, bytes: Uint8Array): {read: number; written: number};
}

declare class TextDecoder {
  constructor(label?: string, options?: {fatal?: boolean});
  decode(bytes: Uint8Array): string;
}

declare function structuredClone<T>(value: T): T;
