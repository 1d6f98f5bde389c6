/** What crosses between a page's preload world and the stand-in, as JSON; values are in the codec's form. */
export type FromPreload =
  | {readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: readonly unknown[]}
  | {readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[]}
  | PortValue;

export type ToPreload =
  | {readonly kind: 'answer'; readonly id: number; readonly value: unknown}
  | {readonly kind: 'error'; readonly id: number; readonly message: string}
  | {
      readonly kind: 'message';
      readonly channel: string;
      readonly args: readonly unknown[];
      /** Numbers of the ports that come with it. */
      readonly ports: readonly number[];
    }
  | PortValue
  | {readonly kind: 'portClosed'; readonly id: number};

/** What crosses through a port, by its number, in either direction. */
export interface PortValue {
  readonly kind: 'port';
  readonly id: number;
  readonly value: unknown;
}

/** The form of an exposed interface: functions by number, everything else by value. */
export type ExposedShape =
  | {readonly form: 'function'; readonly id: number}
  | {readonly form: 'object'; readonly members: Readonly<Record<string, ExposedShape>>}
  | {readonly form: 'value'; readonly value: unknown};

/** What crosses between the two worlds of one page, in the `detail` of events that Chromium clones on the way. */
export interface BridgeCall {
  readonly call: number;
  readonly id: number;
  readonly args: readonly BridgeArgument[];
}

export type BridgeArgument =
  | {readonly form: 'callback'; readonly id: number}
  | {readonly form: 'value'; readonly value: unknown};

export type BridgeReply =
  | {readonly call: number; readonly state: 'returned' | 'resolved'; readonly shape: ExposedShape}
  | {readonly call: number; readonly state: 'pending'}
  | {readonly call: number; readonly state: 'threw' | 'rejected'; readonly message: string};
