import {afterEach, beforeEach, expect, test} from 'vitest';
import type {KeptFile} from '#core/intake/messages.ts';
import {idFromName} from '#core/lib/id.ts';
import {monday} from '#core/testing/given.ts';
import type {Instant} from '#core/time/instant.ts';
import {emptyDesk} from '../testing/in-process.ts';
import {keepFiles} from './keep-files.ts';
import {lettingGo} from './kept-files.ts';
import {ReaderClient} from './reader-client.ts';
import {closeDesks, givenDesk, imported, startedAgain, teapotOrder} from './testing/given-desk.ts';
import {textFile} from './testing/intake-desk.ts';
import {readerInProcess} from './testing/reader-in-process.ts';
import {numbered, shopifyText} from './testing/shopify-text.ts';

beforeEach(emptyDesk);
afterEach(closeDesks);

/** Letters that no packing makes much smaller. */
function noise(length: number): string {
  let state = 1;
  return Array.from({length}, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 90)).replaceAll(/[",]/g, 'x');
  }).join('');
}

test('the original file comes back to the byte, after a restart too', async () => {
  const desk = await givenDesk();
  const text = `${shopifyText(numbered(2))}${Array.from({length: 100}, (_, at) => `"${noise(30_000)}${at}"\n`).join('')}`;
  const kept = await imported(desk, text);
  const fileId = kept.files[0]?.fileId ?? '';
  desk.close();

  const file = await (await startedAgain()).ask('intake.file', {fileId});

  const [bytes, original] = [await file.blob.arrayBuffer(), new TextEncoder().encode(text)];
  expect([file.name, bytes.byteLength, Buffer.compare(Buffer.from(bytes), original)]).toEqual([
    'orders.csv',
    original.length,
    0,
  ]);
});

test('an order leads to its rows and its file, and to the rows alone when the file is let go', async () => {
  const desk = await givenDesk();
  const kept = await imported(desk, shopifyText(numbered(3)), {name: 'march.csv'});
  const fileId = kept.files[0]?.fileId ?? '';
  const orderId = teapotOrder('#1002');
  const [source] = await desk.ask('intake.source', {orderId});
  await desk.ask('intake.letGo', {fileId});
  const [later] = await desk.ask('intake.source', {orderId});

  expect({
    file: [source?.importId === kept.importId, source?.fileId === fileId, source?.fileName, source?.fileKept],
    cells: source?.rows.map(({row, cells}) => [row, source.header[0], cells[0]]),
    later: [later?.fileKept, later?.rows.length, await desk.try('intake.file', {fileId})],
  }).toEqual({
    file: [true, true, 'march.csv', true],
    cells: [[3, 'Name', '#1002']],
    later: [false, 1, {fault: {code: 'intake.file_not_kept', values: {}}}],
  });
});

test('a kept file is read again as if it had been dropped again', async () => {
  const desk = await givenDesk();
  const kept = await imported(desk, shopifyText(numbered(3)));
  await desk.ask('intake.clear', null);
  await desk.ask('intake.reread', {fileId: kept.files[0]?.fileId ?? ''});
  const read = await desk.until(({phase}) => phase === 'ready');

  expect(read.files.map(({name, knownFile, counts}) => ({name, importId: knownFile?.importId, counts}))).toEqual([
    {name: 'orders.csv', importId: kept.importId, counts: {new: 0, changed: 0, unchanged: 3, conflicting: 0}},
  ]);
});

test('what is kept and what it takes is told, with the budget', async () => {
  const desk = await givenDesk();
  const kept = await imported(desk, shopifyText(numbered(3)));
  const {files, usedBytes, budgetBytes, letGoNext} = await desk.ask('intake.storage', null);

  expect([files.map(({fileId, name}) => [fileId, name]), usedBytes === files[0]?.bytesKept, letGoNext]).toEqual([
    [[kept.files[0]?.fileId, 'orders.csv']],
    true,
    [],
  ]);
  expect(budgetBytes).toBe(536_870_912);
});

test('bytes that are not those the orders were read from are refused, and nothing of them is kept', async () => {
  const desk = await givenDesk();
  const reader = new ReaderClient(readerInProcess);
  const brought = textFile('orders.csv', 'changed since it was read');
  const file = {
    key: 'one',
    brought,
    stage: 'read',
    fileId: 'as-it-was-read',
    chosen: {},
    remembered: {},
    sample: [],
  } as const;
  const [importId, signal] = [idFromName('import', 'one'), new AbortController().signal];
  const kept = await keepFiles([file], {files: desk.shop.files, reader, importId, at: monday, signal});
  reader.close();

  expect([kept, await desk.shop.files.list()]).toEqual([
    {ok: false, fault: {code: 'intake.file_changed', values: {}}},
    [],
  ]);
});

function keptFile(fileId: string, bytesKept: number): KeptFile {
  return {fileId, name: fileId, size: bytesKept, bytesKept, at: 0 as Instant, importId: 'one'};
}

test('beyond the budget the oldest files go first, as few as need be, and never those of the newest import', () => {
  const kept = [keptFile('old', 40), keptFile('mine', 30), keptFile('young', 30)];
  const within = {comingBytes: 0, spare: new Set<string>(), budget: 100};

  expect([
    lettingGo(kept, within),
    lettingGo(kept, {...within, comingBytes: 1}),
    lettingGo(kept, {...within, comingBytes: 50, spare: new Set(['mine'])}),
    lettingGo(kept, {...within, comingBytes: 500, spare: new Set(['mine'])}),
  ]).toEqual([[], ['old'], ['old', 'young'], ['old', 'young']]);
});
