import {destinationOf} from '../destination.ts';
import {importsOf, type Import} from '../imports-of.ts';
import {findingAt, roomOf, type Rule, type SourceFile} from '../source-file.ts';

/** `#core/` from outside core, relative paths inside a layer, always with the ending; nothing pulled in by a comment. */
export const importSpelling: Rule = {
  name: 'import-spelling',
  check: (files) =>
    files.flatMap((file) =>
      importsOf(file).flatMap((used) => {
        const refusal = refusalOf(file, used);
        return refusal ? [findingAt('import-spelling', file, used.start, refusal)] : [];
      }),
    ),
};

function refusalOf(file: SourceFile, used: Import): string | null {
  if (file.text.startsWith('///', used.start))
    return 'What a layer may use stands in its tsconfig, not in a reference comment.';
  const destination = destinationOf(file, used.specifier);
  if (destination.to !== 'file' || used.kind === 'url') return null;
  const insideCore = roomOf(file.path) === 'core';
  const leadsToCore = roomOf(destination.path) === 'core';
  if (used.specifier.startsWith('#') && insideCore) return 'Inside core paths are relative.';
  if (!used.specifier.startsWith('#') && leadsToCore && !insideCore) return 'Core is imported as #core/ from outside.';
  const hasEnding = /\.(ts|tsx|mts|mjs|cjs|js|css|json|svg|png|wasm)$/.test(destination.path);
  return hasEnding ? null : `${used.specifier} needs its file's ending.`;
}
