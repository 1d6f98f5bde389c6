import {describe, expect, it} from 'vitest';
import {givenPrinter} from '../testing/given-printing.ts';
import {sizeOfMedia} from './media.ts';
import {checkPrinter} from './printer.ts';
import {printersWords} from './printer-port.ts';

const raw = {way: 'raw', host: '192.168.1.40', port: 9100};

describe('a printer', () => {
  it.each([
    [raw, ''],
    [{way: 'raw', host: 'fe80::1', port: 9100}, ''],
    [{way: 'ipp', uri: 'ipp://zebra.local:631/ipp/print'}, ''],
    [{way: 'ipp', uri: 'ipps://[::1]/ipp/print'}, ''],
    [{way: 'queue', name: 'Zebra_ZD421'}, ''],
    [{...raw, port: 0}, 'way.port'],
    [{...raw, host: 'zebra local'}, 'way.host'],
    [{...raw, user: 'x'}, 'way.'],
    [{way: 'ipp', uri: 'http://zebra.local/'}, 'way.uri'],
    [{way: 'ipp', uri: 'ipp://user:secret@zebra.local/'}, 'way.uri'],
    [{way: 'queue', name: '-o raw'}, 'way.name'],
    [{way: 'queue', name: '-oraw'}, 'way.name'],
    [{way: 'usb'}, 'way.way'],
    [null, 'way.way'],
  ])('is reached by %j, or the place of what is wrong is told: %s', (way, path) => {
    const checked = checkPrinter({...givenPrinter(1), way});
    expect(checked.ok ? '' : checked.fault.values['path']).toBe(path);
  });

  it('has paper whose name tells its size', () => {
    const names = ['na_index-4x6_4x6in', 'iso_a4_210x297mm', 'na_letter_8.5x11in', 'a4', '4x6'];
    expect(names.map((name) => Object.values(sizeOfMedia(name) ?? {}))).toEqual([
      [10160, 15240],
      [21000, 29700],
      [21590, 27940],
      [],
      [],
    ]);
  });

  it('may say anything, and is shown as one bounded line', () => {
    expect([printersWords('out of\r\n\0 paper \u202Eexe'), printersWords('纸'.repeat(9_999)).length]).toEqual([
      'out of paper exe',
      300,
    ]);
  });
});
