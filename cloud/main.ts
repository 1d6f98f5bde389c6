/** The master of shops: reads what was asked for, wires, and ends in order when it is told to. */
import type {Instant} from '#core/time/instant.ts';
import {lineLog} from './log.ts';
import {serve} from './ops/serve.ts';
import {optionsOf, thisHost} from './options.ts';
import {Refusal} from './refusal.ts';

const now = (): Instant => Date.now() as Instant;

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2), thisHost());
  const log = lineLog((line) => process.stderr.write(line), now);
  const serving = await serve({...options, log, now});
  for (const line of serving.words) console.log(line);

  let ending: Promise<void> | undefined;
  const end = (): void => {
    ending ??= serving.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
}

main().catch((error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(1);
});
