export const multiByteEncodings = ['gb18030', 'shift_jis', 'euc-kr', 'big5', 'euc-jp'] as const;
export type MultiByteEncoding = (typeof multiByteEncodings)[number];

/** `everyday` is the share (0 to 1) of characters that are common in texts of the encoding. */
export interface MultiByteReading {
  readonly characters: number;
  readonly broken: number;
  readonly everyday: number;
}

interface Character {
  readonly length: number;
  readonly isEveryday: boolean;
}

type CharacterAt = (first: number, second: number, third: number, fourth: number) => Character | null;

const rare = (length: number): Character => ({length, isEveryday: false});
const everyday = (length: number): Character => ({length, isEveryday: true});
const isWithin = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to;

// The everyday characters of each national standard were given the first rows, so the lead byte tells them.
const characters: Readonly<Record<MultiByteEncoding, CharacterAt>> = {
  gb18030: (first, second, third, fourth) => {
    // Windows writes the euro as this single byte.
    if (first === 0x80) return everyday(1);
    if (!isWithin(first, 0x81, 0xfe)) return null;
    if (isWithin(second, 0x30, 0x39)) {
      // Four bytes: the letters of Europe that GBK lacks stand first.
      return isWithin(third, 0x81, 0xfe) && isWithin(fourth, 0x30, 0x39)
        ? {length: 4, isEveryday: isWithin(first, 0x81, 0x84)}
        : null;
    }
    if (second < 0x40 || second === 0x7f || second === 0xff) return null;
    const isLevelOne = isWithin(first, 0xb0, 0xd7) || isWithin(first, 0xa1, 0xa3);
    const isPinyin = first === 0xa8 && isWithin(second, 0xa1, 0xc0);
    return {length: 2, isEveryday: second >= 0xa1 && (isLevelOne || isPinyin)};
  },
  shift_jis: (first, second) => {
    if (isWithin(first, 0xa1, 0xdf)) return rare(1);
    if (!isWithin(first, 0x81, 0x9f) && !isWithin(first, 0xe0, 0xfc)) return null;
    if (second < 0x40 || second === 0x7f || second > 0xfc) return null;
    return isWithin(first, 0x81, 0x83) || isWithin(first, 0x88, 0x97) ? everyday(2) : rare(2);
  },
  'euc-kr': (first, second) => {
    if (!isWithin(first, 0x81, 0xfe) || second < 0x41 || second === 0xff) return null;
    return second >= 0xa1 && isWithin(first, 0xb0, 0xc8) ? everyday(2) : rare(2);
  },
  big5: (first, second) => {
    if (!isWithin(first, 0x81, 0xfe)) return null;
    if (!isWithin(second, 0x40, 0x7e) && !isWithin(second, 0xa1, 0xfe)) return null;
    return isWithin(first, 0xa4, 0xc6) || first === 0xa1 ? everyday(2) : rare(2);
  },
  'euc-jp': (first, second) => {
    if (first === 0x8e && isWithin(second, 0xa1, 0xdf)) return rare(2);
    if (!isWithin(first, 0xa1, 0xfe) || !isWithin(second, 0xa1, 0xfe)) return null;
    return isWithin(first, 0xa1, 0xa5) || isWithin(first, 0xb0, 0xcf) ? everyday(2) : rare(2);
  },
};

/** Reads a sample as if it were in the encoding; a character cut at its end is left out. */
export function readMultiByte(encoding: MultiByteEncoding, sample: Uint8Array): MultiByteReading {
  const characterAt = characters[encoding];
  let [count, broken, common, inLowTrail, inKana] = [0, 0, 0, 0, 0];
  for (let at = 0; at < sample.length;) {
    const first = sample[at] ?? 0;
    if (first < 0x80) {
      at++;
      continue;
    }
    if (at + 4 > sample.length && at + 1 >= sample.length) break;
    const second = sample[at + 1] ?? 0;
    const character = characterAt(first, second, sample[at + 2] ?? 0, sample[at + 3] ?? 0);
    if (!character) {
      broken++;
      at++;
      continue;
    }
    count++;
    if (character.isEveryday) common++;
    if (second < 0x80) inLowTrail++;
    if (first === 0xa4 || first === 0xa5) inKana++;
    at += character.length;
  }
  const share = count === 0 ? 0 : common / count;
  return {characters: count, broken, everyday: share * habit(encoding, count, {inLowTrail, inKana})};
}

/**
 * The ranges of four of the encodings overlap; what tells them apart is what their texts cannot do without: Big5 spreads
 * over low second bytes, Japanese has kana, and Hangul fills only half of the lead bytes that Chinese uses.
 */
function habit(
  encoding: MultiByteEncoding,
  count: number,
  {inLowTrail, inKana}: {readonly inLowTrail: number; readonly inKana: number},
): number {
  if (encoding === 'big5') return inLowTrail >= count * 0.15 ? 1 : 0.5;
  if (encoding === 'euc-jp') return inKana >= count * 0.2 ? 1.01 : 0.5;
  if (encoding === 'gb18030') return inKana >= count * 0.2 ? 0.9 : 1;
  // A short text that Hangul could be and Chinese as well is taken for Chinese.
  if (encoding === 'euc-kr') return count >= 8 ? 1.005 : 0.99;
  return 1;
}
