import {type Id, idFromBytes} from '#core/lib/id.ts';

/** Ids are made at the edge, where dice are. */
export function newId<Kind extends string>(kind: Kind): Id<Kind> {
  return idFromBytes(kind, crypto.getRandomValues(new Uint8Array(9)));
}
