import {destinationOf} from '../destination.ts';
import {importsOf} from '../imports-of.ts';
import {findingAt, type Rule} from '../source-file.ts';

/** Features of the renderer do not know each other, and its parts (`renderer/ui`) know no feature at all. */
export const islands: Rule = {
  name: 'islands',
  check: (files) =>
    files.flatMap((file) =>
      importsOf(file).flatMap((used) => {
        const destination = destinationOf(file, used.specifier);
        const refusal = destination.to === 'file' ? refusalOf(file.path, destination.path) : null;
        return refusal ? [findingAt('islands', file, used.start, refusal)] : [];
      }),
    ),
};

function refusalOf(from: string, to: string): string | null {
  const there = featureOf(to);
  if (from.startsWith('renderer/ui/')) {
    if (there) return `A part of the kit serves every feature, so it imports none: not ${there}.`;
    const known = /^core\/(lib|time|money)\//.test(to) || !to.startsWith('core/');
    return known ? null : 'Of core the kit knows lib, time and money, never what a seller deals in.';
  }
  const here = featureOf(from);
  if (!here || !there || here === there) return null;
  return `Feature ${here} never imports feature ${there}: they meet in slots that renderer/app registers.`;
}

function featureOf(path: string): string | null {
  return /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}
