// What files call countries and Intl does not: short forms, older names, names of marketplaces' lists.
const aliases: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  usa: 'US',
  'u s a': 'US',
  'u s': 'US',
  'united states of america': 'US',
  eire: 'IE',
  'republic of ireland': 'IE',
  'ireland republic of': 'IE',
  rsa: 'ZA',
  'republic of south africa': 'ZA',
  uae: 'AE',
  'korea south': 'KR',
  'korea republic of': 'KR',
  'republic of korea': 'KR',
  'south korea': 'KR',
  'viet nam': 'VN',
  'russian federation': 'RU',
  'czech republic': 'CZ',
  holland: 'NL',
  'the netherlands': 'NL',
  brd: 'DE',
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  'mainland china': 'CN',
  中国大陆: 'CN',
  prc: 'CN',
  ประเทศไทย: 'TH',
  turkey: 'TR',
  turkiye: 'TR',
  swaziland: 'SZ',
  macedonia: 'MK',
  burma: 'MM',
  'cape verde': 'CV',
  'ivory coast': 'CI',
  'east timor': 'TL',
  'vatican city': 'VA',
  'bosnia herzegovina': 'BA',
  'brunei darussalam': 'BN',
  'moldova republic of': 'MD',
  'taiwan province of china': 'TW',
};

/**
 * No country of one's own, or several: the Channel Islands are Jersey and Guernsey. Kept as not known. A code such as `EU`
 * or `XX` is none either.
 */
const noCountry = new Set([
  'channel islands',
  'european community',
  'european union',
  'unspecified',
  'unknown',
  'eu',
  'zz',
  'xx',
  'apo fpo',
]);

const languages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'pl',
  'sv',
  'da',
  'fi',
  'nb',
  'cs',
  'tr',
  'ja',
  'zh-Hans',
  'zh-Hant',
  'ko',
  'th',
  'vi',
  'id',
  'ru',
];
const read = new Map<string, string | undefined>();
const readMax = 5_000;
let firstCodes: ReadonlyMap<string, string> | undefined;
let otherCodes: ReadonlyMap<string, string> | undefined;
let everyCode: readonly string[] | undefined;

/** ISO 3166-1 alpha-2 of a code (two or three letters) or a name in one of 22 languages; undefined for anything else. */
export function countryOf(text: string): string | undefined {
  if (read.has(text)) return read.get(text);
  const found = look(text);
  if (read.size >= readMax) read.clear();
  read.set(text, found);
  return found;
}

function look(text: string): string | undefined {
  const name = folded(text);
  if (name === '' || noCountry.has(name)) return undefined;
  firstCodes ??= codesAndEnglish();
  const code = firstCodes.get(name);
  if (code !== undefined) return code;
  // Five thousand names take as long as reading as many rows of a file, and few files have one of them.
  otherCodes ??= namesIn(languages.slice(1));
  return otherCodes.get(name);
}

/** Where languages differ the first counts. */
function namesIn(some: readonly string[]): Map<string, string> {
  const codes = new Map<string, string>();
  const regions = (everyCode ??= everyRegion());
  for (const language of some.toReversed()) {
    const names = new Intl.DisplayNames([language], {type: 'region', fallback: 'none'});
    for (const code of regions) {
      const name = names.of(code);
      if (name !== undefined) codes.set(folded(name), code);
    }
  }
  return codes;
}

function codesAndEnglish(): Map<string, string> {
  const codes = namesIn(languages.slice(0, 1));
  for (const [name, code] of Object.entries(aliases)) codes.set(folded(name), code);
  for (const code of (everyCode ??= everyRegion())) codes.set(code.toLowerCase(), code);
  for (const [three, two] of threeLetters()) codes.set(three.toLowerCase(), two);
  return codes;
}

function everyRegion(): string[] {
  const names = new Intl.DisplayNames(['en'], {type: 'region', fallback: 'none'});
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  // Not countries to send anything to, though CLDR names them.
  const others = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA', 'UK']);
  return codes.filter(
    (code) =>
      names.of(code) !== undefined && !others.has(code) && new Intl.Locale(`und-${code}`).maximize().region === code,
  );
}

// The three-letter codes that order files carry: where sellers of these channels send to.
function threeLetters(): [string, string][] {
  const pairs =
    'USA US GBR GB DEU DE FRA FR ITA IT ESP ES NLD NL BEL BE AUT AT CHE CH IRL IE PRT PT POL PL CZE CZ DNK DK SWE SE NOR NO FIN FI ' +
    'LUX LU GRC GR HUN HU ROU RO BGR BG HRV HR SVN SI SVK SK EST EE LVA LV LTU LT MLT MT CYP CY ISL IS TUR TR UKR UA RUS RU CAN CA ' +
    'MEX MX BRA BR ARG AR CHL CL COL CO PER PE AUS AU NZL NZ JPN JP KOR KR CHN CN HKG HK MAC MO TWN TW SGP SG MYS MY THA TH VNM VN ' +
    'PHL PH IDN ID IND IN PAK PK BGD BD LKA LK ARE AE SAU SA QAT QA KWT KW BHR BH OMN OM ISR IL EGY EG ZAF ZA NGA NG KEN KE MAR MA';
  const words = pairs.split(' ');
  return words.flatMap((word, at): [string, string][] => (at % 2 === 0 ? [[word, words[at + 1] ?? '']] : []));
}

function folded(text: string): string {
  return text
    .slice(0, 100)
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
