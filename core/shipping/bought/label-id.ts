import {idFromName} from '../../lib/id.ts';
import type {BoughtLabelId} from './schema.ts';

/** A label is known by the file it came in and its place there: read again, on whichever desk, it is the same. */
export function boughtLabelIdOf({fileId, place}: {readonly fileId: string; readonly place: number}): BoughtLabelId {
  return idFromName('boughtLabel', fileId, String(place));
}
