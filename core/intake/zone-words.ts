// Minutes east of UTC. Words that several countries use for different clocks are left out, except those of the marketplaces' own
// reports: CST and EST are North America's.
const minutesOfWord: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MEZ: 60,
  MET: 60,
  CEST: 120,
  MESZ: 120,
  MEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  ICT: 420,
  SGT: 480,
  HKT: 480,
  MYT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  HST: -600,
  AKST: -540,
  AKDT: -480,
  PST: -480,
  PDT: -420,
  MST: -420,
  MDT: -360,
  CST: -360,
  CDT: -300,
  EST: -300,
  EDT: -240,
  BRT: -180,
};

const offsetForm = /^(?:UTC|GMT)?\s?([-+])(\d{1,2}):?(\d{2})?$/;

/** Minutes east of UTC for `PST`, `MESZ`, `+0000`, `-07:00`, `GMT+8`; undefined for words that are no zone. */
export function zoneOffsetMinutes(text: string): number | undefined {
  const word = text.toUpperCase();
  const known = minutesOfWord[word];
  if (known !== undefined) return known;
  const [, sign, hours = '0', minutes = '0'] = offsetForm.exec(word) ?? [];
  if (sign === undefined) return undefined;
  const magnitude = Number(hours) * 60 + Number(minutes);
  if (magnitude > 14 * 60) return undefined;
  return sign === '-' ? 0 - magnitude : magnitude;
}
