import {expect, test} from 'vitest';
import {MemoryDisk} from '../testing/memory-disk.ts';
import {type Entry, type Position, beginning, entryOf, valueOf} from './entry.ts';
import {Journal} from './journal.ts';

const folder = 'own/journal';

function entriesBehind(before: Position, values: readonly unknown[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const value of values) entries.push(entryOf(entries.at(-1) ?? before, value));
  return entries;
}

async function valuesOf(disk: MemoryDisk): Promise<readonly unknown[]> {
  const found = await Journal.find(disk, folder);
  const values: unknown[] = [];
  if (found) for await (const entry of found.journal.entries(0)) values.push(valueOf(entry));
  return values;
}

async function given(
  values: readonly unknown[],
): Promise<{disk: MemoryDisk; journal: Journal; entries: readonly Entry[]}> {
  const disk = new MemoryDisk();
  const journal = await Journal.begin(disk, folder, beginning);
  const entries = entriesBehind(beginning, values);
  for (const entry of entries) await journal.append([entry]);
  return {disk, journal, entries};
}

async function onlyFile(disk: MemoryDisk): Promise<{path: string; bytes: Uint8Array<ArrayBuffer>}> {
  const [file] = await disk.list(folder);
  const path = file?.path ?? '';
  return {path, bytes: (await disk.read(path)) ?? new Uint8Array()};
}

test('what was appended is there at the next start, in order, and the journal goes on behind it', async () => {
  const {disk, entries} = await given(['a', {b: 1}, ['c']]);
  const found = await Journal.find(disk, folder);
  await found?.journal.append([entryOf(found.journal.position, 'd')]);
  expect({
    position: found?.journal.position.n,
    torn: found?.tornBytes,
    values: await valuesOf(disk),
    middle: await found?.journal.hashAt(2),
  }).toEqual({position: 4, torn: 0, values: ['a', {b: 1}, ['c'], 'd'], middle: entries[1]?.hash});
});

test('cut at every byte of its last three records, it ends behind the last whole one and never tells a wrong one', async () => {
  const values = ['first', 'second', 'third', 'fourth'];
  const {disk, entries} = await given(values);
  const {path, bytes} = await onlyFile(disk);
  const ends = entries.map((_, at) => bytes.length - sizeOf(entries.slice(at + 1)));
  const wrong: number[] = [];
  for (let cut = ends[0] ?? 0; cut < bytes.length; cut += 1) {
    const torn = new MemoryDisk();
    await torn.replace(path, bytes.subarray(0, cut));
    const whole = ends.filter((end) => end <= cut).length;
    if (JSON.stringify(await valuesOf(torn)) !== JSON.stringify(values.slice(0, whole))) wrong.push(cut);
  }
  expect(wrong).toEqual([]);
});

test('with any bit of a record flipped, it ends before that record', async () => {
  const values = ['first', 'second', 'third'];
  const {disk, entries} = await given(values);
  const {path, bytes} = await onlyFile(disk);
  const from = bytes.length - sizeOf(entries.slice(1));
  const ends = [from, bytes.length - sizeOf(entries.slice(2))];
  const wrong: number[] = [];
  for (let bit = from * 8; bit < bytes.length * 8; bit += 1) {
    const flipped = bytes.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const damaged = new MemoryDisk();
    await damaged.replace(path, flipped);
    const whole = ends.filter((end) => end <= bit >> 3).length;
    if (JSON.stringify(await valuesOf(damaged)) !== JSON.stringify(values.slice(0, whole))) wrong.push(bit);
  }
  expect(wrong).toEqual([]);
});

test('a record of another journal is no part of this one, however sound it is', async () => {
  const {disk} = await given(['ours']);
  const foreign = await given(['theirs', 'and theirs']);
  const ours = await onlyFile(disk);
  const theirs = await onlyFile(foreign.disk);
  const last = theirs.bytes.subarray(theirs.bytes.length - sizeOf(foreign.entries.slice(1)));
  await disk.write(ours.path, ours.bytes.length, last);
  expect(await valuesOf(disk)).toEqual(['ours']);
});

test('whichever call of the disk fails, what was answered is there and nothing else, and the next try succeeds', async () => {
  // Long enough that a second file is begun between two of them.
  const tried = [...'abcd'].map((letter) => letter.repeat(1_800_000));
  const ended: string[] = [];
  for (let call = 1; call <= 5; call += 1) {
    const {disk, journal} = await given(['first']);
    disk.failAt(disk.calls + call, 'full');
    let answered = 'f';
    for (const value of tried) {
      const entry = entryOf(journal.position, value);
      await journal.append([entry]).then(
        () => (answered += value.charAt(0)),
        () => undefined,
      );
    }
    const there = (await valuesOf(disk)).map((value) => String(value).charAt(0)).join('');
    ended.push(there === answered ? answered : `${answered}, but ${there}`);
  }
  expect(ended).toEqual(['fbcd', 'facd', 'fabd', 'fabc', 'fabc']);
});

test('killed while it writes, it has everything that was answered and at most what was being written', async () => {
  for (let kept = 0; kept <= 200; kept += 1) {
    const {disk, journal} = await given(['answered']);
    const held = disk.holdAt(disk.calls + 1);
    void journal.append([entryOf(journal.position, 'under way')]).catch(() => undefined);
    await held;
    const values = await valuesOf(disk.crash(kept));
    expect([['answered'], ['answered', 'under way']]).toContainEqual(values);
  }
});

test('what comes while one flush is under way shares the next', async () => {
  const {disk, journal} = await given([]);
  const calls = disk.calls;
  const entries = entriesBehind(
    beginning,
    Array.from({length: 100}, (_, n) => n),
  );
  await Promise.all(entries.map((entry) => journal.append([entry])));
  expect({calls: disk.calls - calls, values: (await valuesOf(disk)).length}).toEqual({calls: 2, values: 100});
});

test('after a refused write nothing that waited counts, and it is appended again from there', async () => {
  const {disk, journal} = await given(['first']);
  disk.failAt(disk.calls + 1, 'full');
  const lost = entriesBehind(journal.position, ['second', 'third']);
  const outcomes = await Promise.allSettled(lost.map((entry) => journal.append([entry])));
  await journal.append(lost);
  expect({ended: outcomes.map(({status}) => status), values: await valuesOf(disk)}).toEqual({
    ended: ['rejected', 'rejected'],
    values: ['first', 'second', 'third'],
  });
});

test('long journals lie in several files; what lies before a snapshot can go', async () => {
  const long = Array.from({length: 6}, (_, n) => String(n).repeat(1_500_000));
  const {disk, journal} = await given(long);
  const files = (await disk.list(folder)).length;
  const all = (await valuesOf(disk)).map((value) => String(value)[0]);
  await journal.dropUpTo(4);
  const left: number[] = [];
  for await (const {n} of journal.entries(4)) left.push(n);
  const found = await Journal.find(disk, folder);
  expect({
    files,
    all: all.join(''),
    left,
    filesLeft: (await disk.list(folder)).length,
    position: found?.journal.position.n,
  }).toEqual({
    files: 2,
    all: '012345',
    left: [5, 6],
    filesLeft: 1,
    position: 6,
  });
});

test('a gap is a bug, not a journal', async () => {
  const {journal, entries} = await given(['first']);
  const later = entryOf(entryOf(entries[0] ?? beginning, 'second'), 'third');
  expect(() => journal.append([later])).toThrow('no gaps');
});

function sizeOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, {bytes}) => sum + 40 + bytes.length, 0);
}
