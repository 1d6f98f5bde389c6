import type {FaultCode} from '#core/faults.ts';

/** Every fault that the master tells, and the status it goes with. */
export const statuses = {
  'cloud.garbage': 400,
  'cloud.chunk_damaged': 400,
  'sync.revoked': 401,
  'cloud.other_shop': 403,
  'sync.setup_refused': 403,
  'sync.code_wrong': 403,
  'cloud.not_found': 404,
  'cloud.shop_there': 409,
  'cloud.shop_empty': 409,
  'cloud.chunk_missing': 409,
  'cloud.begun_otherwise': 409,
  'cloud.shop_shared': 409,
  'sync.code_used': 409,
  'sync.code_expired': 409,
  'cloud.too_large': 413,
  'sync.upgrade': 426,
  'cloud.slow_down': 429,
  'sync.busy': 503,
} as const satisfies {readonly [C in FaultCode]?: number};

export type TellableCode = keyof typeof statuses;

/** Seconds after which it may be tried again, of faults that go by themselves. */
const waits: {readonly [C in TellableCode]?: number} = {'sync.busy': 2, 'cloud.shop_empty': 5};

export function waitOf(code: TellableCode): number | undefined {
  return waits[code];
}

export function isTellable(code: FaultCode): code is TellableCode {
  return Object.hasOwn(statuses, code);
}
