import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {create} from 'zustand';
import {check, integer, object} from '#core/lib/shape.ts';
import type {ToWorker} from '#core/calls.ts';
import {DataClient} from '../data/data-client.ts';
import {Desk} from './desk.ts';

interface View {
  readonly width: number;
  readonly hovered: string;
}

const kept = object({width: integer({min: 0, max: 500})});

/** A window store that a desk keeps, and what the desk wrote of it. */
function givenDesk(recalled: Readonly<Record<string, unknown>>) {
  const written: unknown[] = [];
  const line = {
    post: (message: ToWorker) => 'call' in message && written.push(message.args),
    listen: () => undefined,
  };
  const nothing = () => undefined;
  const desk = new Desk(new DataClient(line, {progress: nothing, shopsChanged: nothing, bug: nothing}), recalled);
  const store = create<View>()(() => ({width: 100, hovered: ''}));
  desk.keep('view', store, {
    part: ({width}) => ({width}),
    accept: (value) => {
      const checked = check(kept, value);
      return checked.ok ? checked.value : {};
    },
  });
  return {store, written};
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a window begins as it was kept', () => {
  expect(givenDesk({view: {width: 240}}).store.getState()).toEqual({width: 240, hovered: ''});
});

test.each([
  ['nothing', undefined],
  ['text', 'width: 240'],
  ['a width that is none', {width: 'wide'}],
  ['a width out of bounds', {width: 100_000}],
  ['more than was kept', {width: 240, hovered: 'a'}],
])('a window for which %s was kept begins as if it were new', (_, value) => {
  expect(givenDesk({view: value}).store.getState()).toEqual({width: 100, hovered: ''});
});

test('changes that come close together are written once, as the last one left it', () => {
  const {store, written} = givenDesk({});
  for (const width of [110, 120, 130]) store.setState({width});
  const atOnce = [...written];
  vi.advanceTimersByTime(1000);
  expect([atOnce, written]).toEqual([[], [{key: 'view', value: {width: 130}}]]);
});

test('what is not kept writes nothing, and neither does what was kept already', () => {
  const {store, written} = givenDesk({view: {width: 240}});
  store.setState({hovered: 'b'});
  store.setState({width: 240});
  vi.advanceTimersByTime(1000);
  expect(written).toEqual([]);
});
