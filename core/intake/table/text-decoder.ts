/** Decodes a text that comes in pieces, cut anywhere; what is no character becomes U+FFFD. */
export interface PieceDecoder {
  decode(bytes: Uint8Array, isLast?: boolean): string;
}

// 0x80 to 0x9F of windows-1252; a dot where it has no character. Some hosts decode these bytes as control characters.
const windows1252Signs = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

/** A decoder for a name of the Encoding standard. */
export function textDecoder(encoding: string): PieceDecoder {
  const decoder = new TextDecoder(encoding, {ignoreBOM: true});
  const decode = (bytes: Uint8Array, isLast = true): string => decoder.decode(bytes, {stream: !isLast});
  return encoding === 'windows-1252' ? {decode: (bytes, isLast) => withSigns(decode(bytes, isLast))} : {decode};
}

/** What a person may choose: the names of the Encoding standard for what sellers' files are written in. */
export const knownEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'gbk',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'koi8-r',
  'iso-8859-2',
  'iso-8859-15',
  'macintosh',
] as const;

export function isEncoding(name: string): boolean {
  return knownEncodings.some((known) => known === name);
}

function withSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => {
    const sign = windows1252Signs.charAt(character.charCodeAt(0) - 0x80);
    return sign === '.' ? character : sign;
  });
}
