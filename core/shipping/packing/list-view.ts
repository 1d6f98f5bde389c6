import {defineView} from '../../lib/view.ts';
import {parcels} from './schema.ts';

/** Parcels as they are counted and found: by their carrier's number, by who packed them, by when, by who was told. */
export const parcelList = defineView({
  name: 'packing.parcels',
  table: parcels,
  version: 2,
  columns: {
    status: {kind: 'code', of: (parcel) => parcel.status},
    number: {kind: 'text', of: (parcel) => parcel.tracking?.number ?? ''},
    packedBy: {kind: 'code', of: (parcel) => parcel.packedBy},
    packedAt: {kind: 'number', of: (parcel) => parcel.packedAt},
    /** Whether the channels of its orders know of it. */
    told: {
      kind: 'code',
      of: ({told = [], toldAt}) => (toldAt === undefined ? (told.length > 0 ? 'some' : 'no') : 'yes'),
    },
    closedAt: {kind: 'number', of: (parcel) => parcel.closedAt},
    voidedAt: {kind: 'number', of: (parcel) => parcel.voidedAt},
    carrier: {kind: 'code', of: (parcel) => parcel.tracking?.carrier ?? ''},
    handed: {kind: 'code', of: (parcel) => (parcel.manifestId === undefined ? '' : 'yes')},
  },
  mostlyBy: 'packedAt',
  search: ['number'],
});
