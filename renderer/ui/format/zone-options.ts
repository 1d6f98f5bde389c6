/** The time zones this computer knows, and the one in use, which an older computer may not list. */
export function zoneOptions<Zone extends string>(inUse: Zone): {readonly value: Zone; readonly label: string}[] {
  const known = new Set([inUse, ...(Intl.supportedValuesOf('timeZone') as Zone[])]);
  return [...known].toSorted().map((zone) => ({value: zone, label: zone.replaceAll('_', ' ')}));
}
