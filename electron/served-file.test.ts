import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {join, relative, sep} from 'node:path';
import {servedFile} from './served-file.ts';

const root = join(sep, 'opt', 'tradewind', 'dist', 'renderer');

function file(address: string): string | null {
  const served = servedFile(root, new URL(address));
  return served && `${relative(root, served.path).split(sep).join('/')} ${served.mediaType}`;
}

describe('what an address of the application means', () => {
  it.each([
    ['app://tradewind/', 'index.html text/html; charset=utf-8'],
    ['app://tradewind/orders/late?demo=5000', 'index.html text/html; charset=utf-8'],
    ['app://tradewind/assets/index-4f2a.js', 'assets/index-4f2a.js text/javascript; charset=utf-8'],
    ['app://tradewind/assets/noto%20sans.woff2', 'assets/noto sans.woff2 font/woff2'],
  ])('%s is %s', (address, expected) => {
    expect(file(address)).toBe(expected);
  });

  it.each([
    'app://tradewind/..%2f..%2fpackage.json',
    'app://tradewind/..%5c..%5cpackage.json',
    'app://tradewind/assets/..\\..\\package.json',
    'app://tradewind/.env.json',
    'app://tradewind/assets/.git/config.txt',
    'app://tradewind/c:/windows/win.txt',
    'app://tradewind/a%00.js',
    'app://tradewind/%zz.js',
    'app://tradewind/program.exe',
  ])('%s is nothing', (address) => {
    expect(file(address)).toBeNull();
  });

  it('is never a file outside the folder of the page', () => {
    const piece = fc.oneof(fc.constantFrom('..', '%2e%2e', '..%2f', '\\', '%5c', 'x.js', '//', 'a'), fc.string());
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 8}), (pieces) => {
        const address = `app://tradewind/${pieces.join('/')}`;
        if (!URL.canParse(address)) return;
        const served = servedFile(root, new URL(address));
        expect(served === null || !relative(root, served.path).startsWith('..')).toBe(true);
      }),
    );
  });
});
