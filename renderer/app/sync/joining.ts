import type {Fault} from '#core/faults.ts';

/** Brings a shop here with a code, and shows it. A fault or `cancelled`: everything is as it was. */
export type Join = (code: string, deskName: string) => Promise<Fault | 'cancelled' | undefined>;
