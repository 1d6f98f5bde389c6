import {expect} from '@playwright/test';
import {test} from './editions/story.ts';
import {press, scan} from './pages/hands.ts';
import {OrdersPage} from './pages/orders-page.ts';

for (const gapMs of [1, 25]) {
  test(`a scan with ${gapMs} ms between its characters changes nothing, a typist's h does`, async ({edition}) => {
    const page = await edition.start({demo: 2_000});
    const orders = await new OrdersPage(page).shown();
    await orders.choose('To release');
    await orders.pointAt(0);
    // The Shift+H in the code would end a hold, its Enter would open an order, its digits would change the view.
    await press(page, 'j', 'h', '4');
    await expect(orders.notice).toContainText('1 order held');
    await orders.choose('On hold');
    await orders.pointAt(0);
    const seen = async (): Promise<object> => ({
      main: await page.getByRole('main').innerText(),
      tree: await orders.tree.innerText(),
      panels: await orders.panel.count(),
      dialogs: await orders.dialog.count(),
      address: page.url(),
    });

    const before = await seen();
    await scan(page, 'RMHS123', gapMs);
    await page.waitForTimeout(300);
    await scan(page, 'rmhs123', gapMs);
    await page.waitForTimeout(300);
    expect(await seen()).toEqual(before);

    await orders.choose('To release');
    await orders.pointAt(0);
    await press(page, 'h');
    await expect(orders.dialog).toContainText('Why hold this order?');
  });
}
