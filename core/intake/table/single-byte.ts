import {textDecoder} from './text-decoder.ts';

interface Alphabet {
  readonly isLatin: boolean;
  /** The letters and signs beyond ASCII that texts are full of. */
  readonly usual: string;
}

const alphabets: Readonly<Record<string, Alphabet>> = {
  'windows-1252': {
    isLatin: true,
    usual: 'äöüÄÖÜßéèêëàâçñóôòõíîïìúùûáãåæøœÅÆØÉÈÀÇÑÁÓÍÚÔ€£’‘“”–—…™®©°«»´·§²½ªº¿¡\u00a0•„',
  },
  'windows-1250': {isLatin: true, usual: 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻěščřžýáíéúůďťňĚŠČŘŽŮőűŐŰăşţđäöüßÁÉÍ€’“”„–…°'},
  'windows-1251': {
    isLatin: false,
    usual: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґАВСДЕИКМНОПРТУБГЗЛФХЦЧШЩЭЮЯ№«»–—',
  },
  'windows-1253': {isLatin: false, usual: 'αοιετσνηυρπκμλςωάόίέήύώγδβθφχξζψΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈ€’“”«»–'},
  'windows-1254': {isLatin: true, usual: 'ığşİĞŞçöüÇÖÜâîû€’“”–'},
  'windows-1255': {isLatin: false, usual: 'אבגדהוזחטיכלמנסעפצקרשתםןךףץ₪'},
  'windows-1256': {isLatin: false, usual: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ،؟'},
  'windows-1257': {isLatin: true, usual: 'ąčęėįšųūžĄČĘĖĮŠŲŪŽāēģīķļņĀĒĢĪĶĻŅõäöüÕ€„“”–'},
};

// What most files beyond UTF-8 are written in; another encoding must explain the letters better, not as well.
const head = 'windows-1252';

/**
 * The single-byte encoding in which most of the letters beyond ASCII are usual ones; `likelihood` is their share.
 * Western texts have such letters one by one among ASCII; long runs of them are another script.
 */
export function likelySingleByte(sample: Uint8Array): {readonly encoding: string; readonly likelihood: number} {
  const high = highBytes(sample);
  const runShare = high.total === 0 ? 0 : high.inRuns / high.total;
  const scored = Object.entries(alphabets).map(([encoding, {isLatin, usual}]) => {
    const decoded = textDecoder(encoding).decode(Uint8Array.from({length: 128}, (_, at) => at + 128));
    const share = high.counts.reduce((sum, count, at) => (usual.includes(decoded.charAt(at)) ? sum + count : sum), 0);
    const fit = high.total === 0 ? 1 : share / high.total;
    const shape = isLatin ? 1 - runShare : Math.min(1, runShare + 0.2);
    return {encoding, likelihood: fit * shape};
  });
  const western = scored.find(({encoding}) => encoding === head);
  const best = scored.reduce((most, each) => (each.likelihood > most.likelihood ? each : most));
  return western && western.likelihood + 0.02 >= best.likelihood ? western : best;
}

/** How often each byte from 0x80 on stands in a sample, and how many of them in runs of three and more. */
function highBytes(sample: Uint8Array): {counts: number[]; total: number; inRuns: number} {
  const counts: number[] = Array.from({length: 128}, () => 0);
  let [total, inRuns, run] = [0, 0, 0];
  for (let at = 0; at <= sample.length; at++) {
    const byte = sample[at] ?? 0;
    if (byte >= 0x80) {
      counts[byte - 0x80] = (counts[byte - 0x80] ?? 0) + 1;
      total++;
      run++;
    } else if (run > 0) {
      if (run > 2) inRuns += run;
      run = 0;
    }
  }
  return {counts, total, inRuns};
}
