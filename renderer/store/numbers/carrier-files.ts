/** What `assets/carriers` says. Large, and loaded by whoever needs numbers of parcels. */
const files = import.meta.glob<unknown>('../../../assets/carriers/*.json', {eager: true, import: 'default'});

export const carrierFiles: readonly unknown[] = Object.values(files);
