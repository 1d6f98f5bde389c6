import {type Dice, dice} from '../../lib/dice.ts';
import {promise} from './checker.ts';
import {type Databases, inMemory} from './databases.ts';
import type {SimDesk} from './sim-desk.ts';
import type {Plan, Step} from './steps.ts';
import {type Message, World} from './world.ts';

/** What came of a plan; `failed` tells the promise that was broken. */
export interface Ran {
  readonly trace: readonly string[];
  readonly failed?: string;
}

const calmRoundsMost = 60;
const restlessRounds = 6;

/** Carries a plan out, and then lets everybody come to rest. The same plan always ends the same. */
export async function runPlan(plan: Plan, databases: Databases = inMemory): Promise<Ran> {
  const world = await World.begin(plan, databases);
  try {
    for (const step of plan.steps) await doStep(world, step);
    await comeToRest(world, dice(plan.seed).fork('rest'));
    return {trace: world.trace};
  } catch (error) {
    const failed =
      error instanceof Error
        ? `${error.message}${error.name === 'Error' ? '' : ` ${error.stack ?? ''}`}`
        : String(error);
    return {trace: world.trace, failed};
  }
}

async function doStep(world: World, {kind, desk: nth, seed}: Step): Promise<void> {
  const thrown = dice(seed);
  const desk = world.desks[nth % world.desks.length] as SimDesk;
  switch (kind) {
    case 'act':
      return world.act(desk, thrown);
    case 'save':
      return world.save(desk, thrown.chance(0.7) ? 1_000 : thrown.integer(1, 3));
    case 'push':
      await world.push(desk);
      return;
    case 'pull':
      return world.pull(desk);
    case 'carry':
      return carry(world, thrown.chance(0.7) ? 0 : thrown.integer(0, 5), thrown);
    case 'kill':
      if (thrown.chance(0.3)) return world.stand(desk);
      desk.process.fate.death = thrown.pick(['before', 'after'] as const);
      return;
    case 'killMaster':
      world.master.dieAtNextDecision(thrown.pick(['before', 'after'] as const));
      return;
    case 'deafMaster':
      world.master.failNextRead();
      return;
    case 'full':
      desk.process.fate.isFull = true;
      return;
    case 'lead':
      desk.lead();
      return;
    case 'snapshot':
      desk.snapshot = await desk.copy();
      return;
    case 'lose':
      return world.rebuild(desk, thrown.chance(0.3) ? thrown.integer(1, 3) : 0);
    case 'clone':
      return world.clone(desk, thrown);
    case 'restore':
      return world.restore(desk);
    case 'join':
      return world.join(thrown);
    case 'cut':
      desk.cut.up = thrown.chance(0.4);
      desk.cut.down = thrown.chance(0.4);
      return;
    case 'upgrade':
      if (desk.application === 'newer') {
        // What only this application knows is in the journal, and an older store beside it.
        desk.snapshot ??= await desk.copy();
        await world.act(desk, thrown);
        await world.save(desk, 1_000);
      }
      desk.application = thrown.pick(['older', 'today', 'today', 'newer'] as const);
      await world.stand(desk);
      return thrown.chance(0.5) ? world.rebuild(desk, 0) : undefined;
  }
}

/** Brings one message on its way, in whatever order and state the network likes. */
async function carry(world: World, nth: number, thrown: Dice): Promise<void> {
  const message = world.network[nth % Math.max(1, world.network.length)];
  if (!message) return;
  const fate = world.isCalm ? 100 : thrown.integer(0, 99);
  if (fate >= 8) world.network = world.network.filter((one) => one !== message);
  if (fate >= 8 && fate < 16) return;
  if (message.desk.cut[message.way]) return;
  if (fate >= 16 && fate < 22)
    return bring(world, {...message, text: message.text.slice(0, thrown.integer(0, message.text.length))});
  if (fate >= 22 && fate < 26) return bring(world, garbled(message, thrown));
  return bring(world, message);
}

async function bring(world: World, message: Message): Promise<void> {
  if (message.way === 'down') {
    if (message.life === message.desk.life) await world.hear(message);
    return;
  }
  const said = await world.answer(message);
  if (said !== undefined) world.network.push({...message, way: 'down', text: said});
}

/** One letter of what comes down is another. What goes up has no sum of its own: its transport vouches for that. */
function garbled(message: Message, thrown: Dice): Message {
  const at = thrown.integer(0, Math.max(0, message.text.length - 1));
  if (message.about !== 'pull' || message.way === 'up' || !/[a-z]/.test(message.text[at] ?? '')) return message;
  return {...message, text: `${message.text.slice(0, at)}x${message.text.slice(at + 1)}`};
}

/**
 * No more faults, but that desks still die at first between a push and what the log tells of it: everybody saves, pushes and
 * pulls until nobody has anything to say.
 */
async function comeToRest(world: World, thrown: Dice): Promise<void> {
  world.network = [];
  for (const desk of world.desks) {
    desk.cut.up = false;
    desk.cut.down = false;
    await world.stand(desk);
  }
  for (let round = 0; round < calmRoundsMost; round += 1) {
    let isQuiet = true;
    for (const desk of world.desks) {
      await world.save(desk, 1_000);
      if (await world.push(desk)) isQuiet = false;
      await bringAll(world);
      if (round < restlessRounds && thrown.chance(0.3)) await world.stand(desk);
      if (thrown.chance(0.5)) desk.lead();
      await world.pull(desk);
      await bringAll(world);
      const {place, waiting} = await desk.place();
      if (place.seq !== world.checker.seq || waiting.length > 0) isQuiet = false;
    }
    if (isQuiet) return world.checker.ended(world.desks);
  }
  promise('I17', false, () => 'nobody comes to rest');
}

async function bringAll(world: World): Promise<void> {
  while (world.network[0]) {
    const message = world.network[0];
    world.network = world.network.slice(1);
    await bring(world, message);
  }
}
