import type {CurrencyCode} from '../money/currency.ts';
import type {ZoneId} from '../time/zone.ts';
import type {Mapping} from './mapping.ts';

/** What is known when a file is read: what people have said about files like it, and what somebody says about this one. */
export interface Knowledge {
  /** Remembered by the digest of their header. */
  readonly mappings: readonly Mapping[];
  /** For times without a zone in formats that follow the seller's own clock. UTC where it is left out. */
  readonly businessZone?: ZoneId;
  readonly choice?: {
    /** Id of a format. */
    readonly format?: string;
    readonly mapping?: Mapping;
    readonly encoding?: string;
    readonly separator?: string;
    readonly sheet?: string;
    readonly zone?: ZoneId;
    readonly currency?: CurrencyCode;
    readonly dateOrder?: 'dmy' | 'mdy';
  };
}
