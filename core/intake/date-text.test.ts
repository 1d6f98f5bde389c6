import {expect, test} from 'vitest';
import {wallMsOf, writtenDate} from './date-text.ts';

function read(text: string, order: 'dmy' | 'mdy' = 'dmy'): string {
  const date = writtenDate(text);
  const wallMs = date && (date.epochMs ?? wallMsOf(date, order));
  if (!date || wallMs === undefined) return 'no date';
  const clock = new Date(wallMs).toISOString().slice(0, 19);
  return date.offsetMinutes === undefined ? clock : `${clock} ${String(date.offsetMinutes)}`;
}

test('dates are read as marketplaces, shops and spreadsheets write them', () => {
  const written = {
    '2026-03-12 09:14:02 +0000': '2026-03-12T09:14:02 0',
    '2026-04-12T08:10:00Z': '2026-04-12T08:10:00 0',
    '2009-01-01T10:50:49-08:00': '2009-01-01T10:50:49 -480',
    '2026-03-12T09:14:02.123+01:00': '2026-03-12T09:14:02 60',
    '2026/03/12 09:14': '2026-03-12T09:14:00',
    '20260312': '2026-03-12T00:00:00',
    '20260312091402': '2026-03-12T09:14:02',
    '1760000000': '2025-10-09T08:53:20',
    '46093.5': '2026-03-12T12:00:00',
    '10/05/2026 22:05:43': '2026-05-10T22:05:43',
    '31.12.2026': '2026-12-31T00:00:00',
    'Mar-12-26': '2026-03-12T00:00:00',
    'Oct-02-26 11:22:33 PDT': '2026-10-02T11:22:33 -420',
    '12 Mär 2026': '2026-03-12T00:00:00',
    '12-Okt-26': '2026-10-12T00:00:00',
    '12. Oktober 2026 10:11 Uhr': '2026-10-12T10:11:00',
    'March 12, 2026 at 9:14 PM': '2026-03-12T21:14:00',
    'Thu, 12 Mar 2026 12:00 am': '2026-03-12T00:00:00',
    '8 de marzo de 2026': '2026-03-08T00:00:00',
    '12 févr. 2026': '2026-02-12T00:00:00',
    '2026年3月12日 10:20': '2026-03-12T10:20:00',
    '2026-03-12 上午9:14': '2026-03-12T09:14:00',
    'Mar 12, 2026, 9:14 am PDT(UTC-7)': '2026-03-12T09:14:00 -420',
    '12-Mar-2026 14:00 CET': '2026-03-12T14:00:00 60',
  };

  expect(Object.fromEntries(Object.keys(written).map((text) => [text, read(text)]))).toEqual(written);
});

test('day and month stand in the order that the file uses', () => {
  expect([read('03/04/2026', 'dmy'), read('03/04/2026', 'mdy'), read('08/14/25', 'mdy')]).toEqual([
    '2026-04-03T00:00:00',
    '2026-03-04T00:00:00',
    '2025-08-14T00:00:00',
  ]);
});

test('days that do not exist, other texts and unknown zones are no dates', () => {
  const texts = [
    '',
    'hello',
    '2026-02-30',
    '13/13/2025',
    '2026-13-01',
    '12 Foo 2026',
    '10:22',
    '123',
    '2026-03-12 25:00',
    '2026-03-12 09:00 XYZ',
  ];

  expect(texts.map((text) => read(text))).toEqual(texts.map(() => 'no date'));
});
