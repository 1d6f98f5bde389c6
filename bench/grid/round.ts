import {copyOf, discard, launch} from './browser.ts';
import {endCommand, serveProduct, startCommand} from './product.ts';
import type {Turn} from './turn.ts';
import {startAfterChange, startOurs} from './turns/start-ours.ts';
import {workWithOurs} from './turns/work-with-ours.ts';
import {dexieTurn, emptyTurn, fetchTurn, tanstackTurn} from './turns/peers.ts';

/** All sides once; each round begins with another one, so that no side always has the machine at its freshest. */
export async function runRound(turn: Turn, round: number): Promise<void> {
  const turns = [oursTurn, tanstackTurn, dexieTurn, fetchTurn, emptyTurn];
  const first = (round - 1) % turns.length;
  for (const take of [...turns.slice(first), ...turns.slice(0, first)]) await take(turn);
}

async function oursTurn(turn: Turn): Promise<void> {
  const {product} = turn;
  const port = Number(new URL(product.origin).port);
  const profile = await copyOf(product.profile);
  const server = await serveProduct(port);
  const held = await startOurs(profile, turn);
  const session = await startAfterChange(profile, held, turn);
  await workWithOurs(session, turn, held.changed);
  await session.close();
  await server.close();
  await discard(profile);
  await startAgain(port, turn);
}

/** The whole command and a new browser on a shop that stands: until its list is right. */
async function startAgain(port: number, {product, truth, samples}: Turn): Promise<void> {
  const profile = await copyOf(product.profile);
  const startedAt = performance.now();
  const command = await startCommand(port);
  try {
    const session = await launch(profile, {first: truth.first(), counts: truth.countsShown()});
    await session.page.goto(product.origin, {waitUntil: 'commit'});
    const first = await session.page.evaluate(() => window.probe.first);
    samples.add('start.again', 'ours', performance.now() - startedAt);
    samples.add('start.wrong', 'ours', first?.whole ? 0 : 1);
    await session.close();
  } finally {
    await endCommand(command);
  }
  await discard(profile);
}
