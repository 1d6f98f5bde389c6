import {beforeEach, expect, test} from 'vitest';
import {fail, ok} from '#core/lib/result.ts';
import type {CutLabel, FileRead} from '#core/printing/bought-label-messages.ts';
import {boughtLabelIdOf} from '#core/shipping/bought/label-id.ts';
import {bringLabels, chooseFor, forgetLabels, stopReading, useLabelSession} from './label-session.ts';
import type {LabelReader, ReadingTold} from './label-reader.ts';

beforeEach(forgetLabels);

function cut(fileId: string, place: number): CutLabel {
  const key = boughtLabelIdOf({fileId, place});
  const read = {text: {codes: [], lines: []}, number: {is: 'none'}} as const;
  return {
    key,
    fileId,
    fileName: fileId,
    place,
    page: place,
    form: 'pdf',
    ...read,
    bytes: new Uint8Array(1),
    picture: new Blob(),
  };
}

/** Reads files that say in their names how many labels they have, and how they end: `3 ok`, `2 damaged`, `1 hangs`. */
const reader: Pick<LabelReader, 'read'> = {
  read: async ({name}, told: ReadingTold) => {
    const [count = '0', end] = name.split(' ');
    for (let place = 1; place <= Number(count); place++) {
      told.pace({done: place, total: Number(count)});
      told.label(cut(name, place));
    }
    if (end === 'damaged') return fail('shipping.bought_damaged');
    if (end === 'breaks') throw new Error('the worker broke');
    if (end === 'hangs') {
      await new Promise((resolve) => told.signal.addEventListener('abort', resolve));
      return 'stopped';
    }
    return ok<FileRead>({fileId: name, labels: Number(count)});
  },
};
const bring = (...names: readonly string[]): Promise<void> =>
  bringLabels(
    names.map((name) => new File(['x'], name)),
    reader as LabelReader,
  );
const said = (): readonly string[] => {
  const {files, labels} = useLabelSession.getState();
  return files.map(({key, name, state, fault}) => {
    const count = labels.filter(({file}) => file === key).length;
    return `${name}: ${state}${fault ? ` ${fault.code}` : ''}, ${count}`;
  });
};

test('files are read one after the other; of one that is refused no label is left', async () => {
  await bring('3 ok', '2 damaged', '1 breaks', '1 ok');
  expect(said()).toEqual([
    '3 ok: read, 3',
    '2 damaged: refused shipping.bought_damaged, 0',
    '1 breaks: refused shipping.bought_damaged, 0',
    '1 ok: read, 1',
  ]);
});

test('the same file a second time is told, and its labels stand there once', async () => {
  await bring('2 ok', '2 ok');
  expect(said()).toEqual(['2 ok: read, 2', '2 ok: refused shipping.bought_file_again, 0']);
});

test('what is not read to its end when a person stops it is gone with all of its labels', async () => {
  const reading = bring('2 ok', '3 hangs', '1 ok');
  await new Promise((resolve) => setTimeout(resolve, 10));
  const before = said();
  stopReading();
  await reading;
  expect([before, said()]).toEqual([['2 ok: read, 2', '3 hangs: reading, 3', '1 ok: waiting, 0'], ['2 ok: read, 2']]);
});

test('what a person has said of a label can be taken back', () => {
  chooseFor('a', 'leave');
  chooseFor('b', 'leave');
  chooseFor('a', undefined);
  expect([...useLabelSession.getState().choices]).toEqual([['b', 'leave']]);
});
