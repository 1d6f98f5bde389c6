import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {checkArgs, fileBytesMax, fileKinds, isChannel} from './contract.ts';

describe('what a page may ask of the desktop', () => {
  it('is only what the contract names', () => {
    const names = ['app.info', 'files.save', 'toString', '__proto__', 'app.quit', 7, null];

    expect(names.map(isChannel)).toEqual([true, true, false, false, false, false, false]);
  });

  it('opens windows inside the application and nowhere else', () => {
    const routes = ['/orders?view=late', '/', '//evil.example/', '/\\evil.example', 'https://evil.example/', '', 7];

    expect(routes.map((route) => checkArgs('window.open', {route}).ok)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(checkArgs('window.open', {})).toEqual({ok: true, value: {}});
  });

  it('keeps every route on our own host', () => {
    fc.assert(
      fc.property(fc.webUrl({withQueryParameters: true}), fc.string({unit: 'binary-ascii'}), (url, text) => {
        for (const route of [url, text, `/${text}`]) {
          if (!checkArgs('window.open', {route}).ok) continue;
          expect(`app://tradewind${route}`).toMatch(/^app:\/\/tradewind\/(?![/\\])/);
        }
      }),
    );
  });

  it('takes a file as a name, a kind and bytes', () => {
    const bytes = new Uint8Array([1, 2, 3]);

    expect(checkArgs('files.save', {name: 'labels.pdf', kind: 'pdf', bytes})).toEqual({
      ok: true,
      value: {name: 'labels.pdf', kind: 'pdf', bytes},
    });
  });

  it('knows the kinds of files that are made here and those that sellers want back', () => {
    const bytes = new Uint8Array();
    const taken = [...fileKinds].filter((kind) => checkArgs('files.save', {name: `a.${kind}`, kind, bytes}).ok);

    expect(taken).toEqual(['pdf', 'csv', 'json', 'tsv', 'txt', 'xlsx', 'xls', 'tradewind']);
  });

  it.each([
    [{name: 'labels.pdf', kind: 'pdf'}, 'bytes'],
    [{name: 'labels.pdf', kind: 'pdf', bytes: [1, 2]}, 'bytes'],
    [{name: 'labels.pdf', kind: 'exe', bytes: new Uint8Array()}, 'kind'],
    [{name: '', kind: 'pdf', bytes: new Uint8Array()}, 'name'],
    [{name: 'x', kind: 'pdf', bytes: new Uint8Array(), folder: '/etc'}, ''],
    [null, 'bytes'],
  ])('refuses a misshapen file and says where: %j', (args, path) => {
    expect(checkArgs('files.save', args)).toMatchObject({ok: false, fault: {code: 'core.bad_shape', values: {path}}});
  });

  it('refuses a file nobody could mean', () => {
    const bytes = new Uint8Array(fileBytesMax + 1);

    expect(checkArgs('files.save', {name: 'labels.pdf', kind: 'pdf', bytes})).toEqual({
      ok: false,
      fault: {code: 'desktop.file_too_large', values: {bytesMax: fileBytesMax}},
    });
  });

  it('takes no argument where none is declared', () => {
    expect(checkArgs('app.info', {})).toEqual({ok: true, value: {}});
    expect(checkArgs('app.info', {verbose: true}).ok).toBe(false);
    expect(checkArgs('theme.set', {theme: 'sepia'}).ok).toBe(false);
  });
});
