import {findingAt, isTestCode, type Finding, type Rule, type SourceFile} from '../source-file.ts';
import {tokensOf} from '../tokens.ts';

const colour = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgb|hsl)a?\(|\b(?:oklch|oklab|lab|lch|hwb)\(/i;
const declaration = /([\w-]+)\s*:\s*([^;{}]*)(?=[;}])/g;
const literal = /^(?:#(?:[0-9a-f]{6}|[0-9a-f]{8})|(?:rgb|hsl)a?\(.*\))$/i;

/** One page of tokens decides how everything looks: colours and sizes of type stand in `renderer/ui/theme` alone. */
export const colours: Rule = {
  name: 'colours',
  check: (files) =>
    files
      .filter((file) => !file.path.startsWith('renderer/ui/theme/'))
      .flatMap((file) => (file.path.endsWith('.css') ? inStyles(file) : inElements(file))),
};

function inStyles(file: SourceFile): Finding[] {
  // Blanked, not cut: places stay where they are.
  const text = file.text.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...text.matchAll(declaration)].flatMap((match) => {
    const [, property = '', value = ''] = match;
    if (colour.test(value))
      return [findingAt('colours', file, match.index, 'A colour is a token of renderer/ui/theme.')];
    const isFont = property === 'font' || property === 'font-size';
    const sized = isFont && /\d(?:\.\d+)?px/.test(value);
    return sized ? [findingAt('colours', file, match.index, 'A size of type is a token of renderer/ui/theme.')] : [];
  });
}

function inElements(file: SourceFile): Finding[] {
  if (!/^renderer\/.+\.tsx$/.test(file.path) || isTestCode(file.path)) return [];
  return tokensOf(file)
    .filter((token) => (token.kind === 'string' || token.kind === 'attribute') && literal.test(token.text))
    .map((token) => findingAt('colours', file, token.start, 'A colour is a token of renderer/ui/theme.'));
}
