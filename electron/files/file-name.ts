import type {FileKind} from '#core/shell/contract.ts';

/** Names that Windows keeps for devices, with or without an extension. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Separators, what Windows forbids, control characters, and marks that turn the reading direction and so hide an extension. */
const unbearable = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu;

const stemMax = 120;

/** A name that every file system takes and that ends in the extension of its kind; `name` comes from the page. */
export function fileName(name: string, kind: FileKind): string {
  const plain = name.normalize('NFC').replace(unbearable, ' ').replace(/\s+/g, ' ');
  const extension = `.${kind}`;
  const withoutExtension = plain.toLowerCase().endsWith(extension) ? plain.slice(0, -extension.length) : plain;

  const stem = Array.from(withoutExtension.replace(/^[\s.]+/, ''))
    .slice(0, stemMax)
    .join('')
    .replace(/[\s.]+$/, '');
  if (stem === '') return `tradewind${extension}`;
  return deviceName.test(stem) ? `_${stem}${extension}` : `${stem}${extension}`;
}
