import {expect} from '@playwright/test';
import {cpSync, mkdirSync, readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Edition} from './editions/edition.ts';
import {test} from './editions/story.ts';
import {demoShop, holdOne, onHold, rememberedMs} from './pages/held-orders.ts';
import {OrdersPage} from './pages/orders-page.ts';
import {RecoveryPage} from './pages/recovery-page.ts';
import {damage} from './proof/kill/damage.ts';

// The browser keeps its files where no story can stand in their way; there `npm run rig -- kill` asks the same.
test('while the disk does not answer, nothing is called saved, and a loss then takes only what was not', async ({
  edition,
}) => {
  const orders = await demoShop(edition);
  const before = await onHold(orders.page);
  await holdOne(orders);
  await orders.page.waitForTimeout(rememberedMs);
  const journal = journalOf(edition);
  journal.block();
  await holdOne(orders, 'Stored, not saved: the disk does not answer');
  await edition.kill();
  journal.unblock();
  damage(edition.profile, 'deleted', {copy: '', dice: 0});

  const recovery = new RecoveryPage(await edition.start());
  await expect(recovery.text).toContainText('1 change done again from the journal');
  await recovery.goOn();
  const later = await new OrdersPage(recovery.page).shown();
  await expect.poll(() => onHold(later.page)).toBe(before + 1);

  journal.block();
  await holdOne(later, 'Stored, not saved: the disk does not answer');
  journal.unblock();
  await later.saved();
  await expect.poll(() => onHold(later.page)).toBe(before + 2);
});

/** The only segment of the journal; blocked, a folder stands in its place. */
function journalOf({profile}: Edition) {
  const folder = join(profile, 'disk', 'demo', 'journal');
  const file = join(folder, readdirSync(folder)[0] ?? 'a segment');
  const aside = join(profile, 'segment');
  return {
    block: () => {
      cpSync(file, aside);
      rmSync(file);
      mkdirSync(file);
    },
    unblock: () => {
      rmSync(file, {recursive: true});
      cpSync(aside, file);
    },
  };
}
