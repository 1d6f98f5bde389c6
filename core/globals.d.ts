// What core needs of its host, and nothing else: every host of ours (Chromium, a worker, Node) has these.

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, bytes: Uint8Array): {read: number; written: number};
}

declare class TextDecoder {
  constructor(label?: string, options?: {fatal?: boolean; ignoreBOM?: boolean});
  decode(bytes?: Uint8Array, options?: {stream?: boolean}): string;
}

declare function structuredClone<T>(value: T): T;

declare interface Blob {
  readonly size: number;
  slice(from?: number, below?: number): Blob;
  arrayBuffer(): Promise<ArrayBuffer>;
}

declare class URL {
  static canParse(text: string): boolean;
  constructor(text: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly origin: string;
  readonly pathname: string;
}
