import {expect} from '@playwright/test';
import {type Client, type Pool, openPool} from '../cloud/database/pool.ts';
import {type Stage, test as base} from './editions/story.ts';
import {DesksPage} from './pages/desks-page.ts';
import {SettingsPage} from './pages/settings-page.ts';
import {StartPage} from './pages/start-page.ts';
import {Gate} from './standin/gate.ts';
import {RunningMaster} from './standin/master.ts';
import {type Fate, type Kind, Road} from './standin/road.ts';

/** The way to the master, with points on it where messages can be made to wait. */
interface Way {
  readonly master: RunningMaster;
  readonly road: Road;
  /** What becomes of the next message of a kind. */
  readonly next: Map<Kind, Fate>;
}

const test = base.extend<Stage & {readonly way: Way}>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern; here none.
  way: async ({}, give) => {
    const master = await new RunningMaster().start();
    const next = new Map<Kind, Fate>();
    const road = await new Road(
      () => master.address,
      ({kind}) => {
        const fate = next.get(kind) ?? {};
        next.delete(kind);
        return fate;
      },
    ).open();
    await give({master, road, next});
    await road.close();
    await master.end();
  },
});

/** How many changes the master's database has decided: what the light may call applied. */
async function decidedIn(pool: Pool): Promise<number> {
  const {rows} = await pool.query<{readonly n: number}>('select count(*) as n from decisions');
  return rows[0]?.n ?? 0;
}

/** Longer than the light needs to change. */
const lookMs = 700;
/** A desk that has asked in vain for a while asks less often. */
const comesBackMs = 60_000;

test('the light says applied only of what stands in the master’s database, wherever the way breaks or the master dies', async ({
  edition,
  way: {master, road, next},
}) => {
  test.setTimeout(300_000);
  const page = await edition.start();
  await new StartPage(page).beginOwn('Nordlicht Tee');
  const desks = new DesksPage(page);
  await desks.goTo('Desks');
  await desks.putOn({address: road.address, setupCode: master.setupCode}, "Anna's laptop");
  const settings = new SettingsPage(page);
  await settings.goTo('Settings');
  const pool = openPool(master.databaseUrl);
  const seen: unknown[] = [];
  const expected: unknown[] = [];
  let changes = await decidedIn(pool);

  /** A change meets what `stops` it; then what is decided is compared with what is said, the master dies, and comes back. */
  const step = async (
    name: string,
    decided: 'not yet' | 'already',
    stops: () => Promise<{readonly reached: Promise<unknown>; readonly letGo: () => Promise<void>}>,
  ): Promise<void> => {
    const {reached, letGo} = await stops();
    await settings.addStorefront(name);
    await reached;
    await expect(settings.status).toContainText('1 pending');
    await page.waitForTimeout(lookMs);
    const [said, truth] = [await settings.status.innerText(), await decidedIn(pool)];
    await master.kill();
    road.breakAll();
    await letGo();
    await page.waitForTimeout(lookMs);
    const saidWithout = await settings.status.innerText();
    await master.start();
    await expect(settings.status).toContainText('Applied', {timeout: comesBackMs});
    seen.push([
      name,
      [said, saidWithout].map((text) => text.includes('Applied')),
      truth - changes,
      await decidedIn(pool),
    ]);
    changes += 1;
    expected.push([name, [false, false], decided === 'already' ? 1 : 0, changes]);
  };

  const held = (kind: Kind, where: 'beforeUp' | 'beforeDown'): Gate => {
    const gate = new Gate();
    next.set(kind, {[where]: () => gate.pass()});
    return gate;
  };
  await step('before the push arrives', 'not yet', async () => {
    const push = held('push', 'beforeUp');
    return {reached: push.reached, letGo: async () => push.open()};
  });
  await step('while it is decided', 'not yet', async () => {
    const client: Client = await pool.connect();
    await client.query('begin');
    await client.query('select id from shops for update');
    return {
      reached: waitingForLock(pool),
      letGo: async () => {
        await client.query('rollback');
        client.release();
      },
    };
  });
  await step('before the answer', 'already', async () => {
    // The socket has told of the decision: the group must not come before the answer either.
    const [push, log] = [held('push', 'beforeDown'), held('log', 'beforeUp')];
    const letGo = async (): Promise<void> => [push, log].forEach((gate) => gate.open());
    return {reached: push.reached, letGo};
  });
  await step('before the group', 'already', async () => {
    const log = held('log', 'beforeDown');
    return {reached: log.reached, letGo: async () => log.open()};
  });
  expect(seen).toEqual(expected);
  await pool.end();
});

/** Until a transaction of the master waits for the shop. */
async function waitingForLock(pool: Pool): Promise<void> {
  await expect
    .poll(async () => {
      const {rows} = await pool.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`);
      return rows.length;
    })
    .toBeGreaterThan(0);
}
