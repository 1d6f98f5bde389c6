import type {ShellLanguage} from '#core/shell/contract.ts';
import {type Words, wordsOf} from './words.ts';

/**
 * The page shown when ours cannot run: no script, no file, nothing that could fail with it. Its link is the way back.
 * `nonce` admits its one style element.
 */
export function stoppedPage(language: ShellLanguage, nonce: string): string {
  const words: Words['stopped'] = wordsOf(language).stopped;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${words.title}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 14px/1.5 Inter, system-ui, sans-serif; }
main { max-width: 480px; margin: 18vh auto 0; padding: 0 24px; }
h1 { font-size: 20px; font-weight: 600; margin: 0 0 12px; }
p { margin: 0 0 12px; }
a { display: inline-block; margin: 8px 0 16px; padding: 6px 14px; border-radius: 6px; background: #0b6e7f; color: #fff;
  text-decoration: none; font-weight: 500; }
a:focus-visible { outline: 2px solid #4fb3c4; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.safe}</p>
<p>${words.what}</p>
<a href="/">${words.again}</a>
<p>${words.else}</p>
</main>
</body>
</html>
`;
}
