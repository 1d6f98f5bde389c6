import {expect, it} from 'vitest';
import {advance, orderSteps} from './order.ts';
import {orderStatuses} from './schema.ts';

it('leads an order only along the steps that its life has', () => {
  const cell = (status: (typeof orderStatuses)[number], step: (typeof orderSteps)[number]): string => {
    const next = advance(status, step);
    return (next.ok ? next.value : '-').padEnd(10);
  };
  const head = ['', ...orderSteps]
    .map((word) => word.padEnd(10))
    .join('')
    .trimEnd();
  const lines = orderStatuses.map((status) =>
    [status.padEnd(10), ...orderSteps.map((step) => cell(status, step))].join('').trimEnd(),
  );
  expect(`\n${[head, ...lines].join('\n')}\n`).toMatchInlineSnapshot(`
    "
              pay       release   recall    hold      cancel    ship      unship    takeBack
    new       paid      -         -         -         cancelled -         -         -
    paid      -         released  -         held      cancelled -         -         -
    released  -         -         paid      held      cancelled shipped   -         -
    held      -         -         -         -         cancelled -         -         -
    shipped   -         -         -         -         -         -         released  returned
    returned  -         -         -         -         -         -         -         -
    cancelled -         -         -         -         -         -         -         -
    withdrawn -         -         -         -         -         -         -         -
    "
  `);
});
