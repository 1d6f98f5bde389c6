import {existsSync, readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {check, list} from '../lib/shape.ts';
import {rateDays} from '../money/schema.ts';
import {readBytes, readRows} from '../testing/read-orders.ts';

const shared = new URL('../../../shared/data/fx/eurofxref-hist.csv.gz', import.meta.url);

test('a rates file gives a day for each row, without the cells that say nothing', async () => {
  const reading = await readRows([
    'Date,USD,JPY,BGN,CYP,CZK,',
    '2026-04-13,1.0842,161.5,N/A,N/A,25.03,',
    '2026-04-10,1.0842,nothing,N/A,N/A,25.03,',
  ]);

  expect([
    reading.format,
    reading.confidence,
    reading.kind,
    reading.rows,
    reading.used,
    reading.rejected,
    reading.rateDays,
  ]).toEqual([
    'ecb-rates',
    1,
    'rates',
    2,
    1,
    [{row: 3, fault: {code: 'intake.bad_rate', values: {row: 3}}}],
    [
      {
        id: '2026-04-13',
        base: 'EUR',
        source: 'ecb',
        quotes: [
          {currency: 'USD', units: 10842, scale: 4},
          {currency: 'JPY', units: 1615, scale: 1},
          {currency: 'CZK', units: 2503, scale: 2},
        ],
      },
    ],
  ]);
});

test('all days since the beginning of the euro are read as rates that can be kept', async (ctx) => {
  if (!existsSync(shared)) return ctx.skip('no shared data');

  const reading = await readBytes(new Uint8Array(gunzipSync(readFileSync(shared))));
  const first = reading.rateDays.at(-1);

  expect([
    reading.rows,
    reading.used,
    first?.id,
    first?.quotes.find(({currency}) => currency === 'USD'),
    check(list(rateDays.shape, {max: 10_000}), reading.rateDays).ok,
  ]).toEqual([6983, 6983, '1999-01-04', {currency: 'USD', units: 11789, scale: 4}, true]);
});
