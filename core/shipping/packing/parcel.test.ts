import {expect, test} from 'vitest';
import {advanceParcel, parcelSteps} from './parcel.ts';
import {parcelStatuses} from './schema.ts';

test('a parcel goes only along the steps that its life has', () => {
  const cell = (status: (typeof parcelStatuses)[number], step: (typeof parcelSteps)[number]): string => {
    const next = advanceParcel(status, step);
    return next.ok ? next.value : '-';
  };
  const row = (cells: readonly string[]) =>
    cells
      .map((word) => word.padEnd(10))
      .join('')
      .trimEnd();
  const lines = parcelStatuses.map((status) => row([status, ...parcelSteps.map((step) => cell(status, step))]));
  expect(`\n${[row(['', ...parcelSteps]), ...lines].join('\n')}\n`).toMatchInlineSnapshot(`
    "
              label     close     reopen    void
    packed    labelled  closed    -         voided
    labelled  labelled  closed    -         voided
    closed    -         closed    labelled  voided
    voided    -         -         -         -
    "
  `);
});
