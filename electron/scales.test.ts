import {EventEmitter} from 'node:events';
import type {Session} from 'electron';
import {expect, test} from 'vitest';
import {chooseScales, isOurScale} from './scales.ts';

const scale = {deviceId: 'scale', name: 'DYMO M10', collections: [{usagePage: 0x8d}]};
const keyboard = {deviceId: 'keyboard', name: 'Keys', collections: [{usagePage: 1}]};
const ours = {url: 'app://tradewind/', parent: null};

test('our page may open what weighs and serial ports; nobody else, and nothing else, may be opened', () => {
  const asked = [
    ['hid', 'app://tradewind', scale],
    ['hid', 'app://tradewind', keyboard],
    ['serial', 'app://tradewind', {portId: '1'}],
    ['usb', 'app://tradewind', {}],
    ['hid', 'https://tradewind.example', scale],
    ['serial', 'app://other', {portId: '1'}],
  ] as const;
  expect(asked.map(([deviceType, origin, device]) => isOurScale({deviceType, origin, device}))).toEqual([
    true,
    false,
    true,
    false,
    false,
    false,
  ]);
});

test('a person chooses among scales by name, and no page but ours is given one', async () => {
  const session = new EventEmitter();
  const seen: (readonly string[])[] = [];
  chooseScales(session as unknown as Session, {
    choose: async (names) => {
      seen.push(names);
      return 0;
    },
  });
  const ask = (frame: object | null, deviceList: readonly object[]): Promise<unknown> =>
    new Promise((resolve) => {
      session.emit('select-hid-device', {preventDefault: () => undefined}, {deviceList, frame}, resolve);
    });
  expect([
    await ask(ours, [keyboard, scale]),
    await ask({...ours, url: 'https://evil.example'}, [scale]),
    await ask({...ours, parent: ours}, [scale]),
    await ask(ours, [keyboard]),
    seen,
  ]).toEqual(['scale', undefined, undefined, undefined, [['DYMO M10']]]);
});
