/** The master of shops: reads what was asked for, wires, and ends in order when it is told to. */
import type {Instant} from '#core/time/instant.ts';
import {lineLog} from './log.ts';
import {backupCommand, restoreCommand} from './ops/commands.ts';
import {serve} from './ops/serve.ts';
import {type Options, optionsOf, thisHost} from './options.ts';
import {Refusal} from './refusal.ts';

const now = (): Instant => Date.now() as Instant;

async function main(options: Options): Promise<void> {
  switch (options.command) {
    case 'backup':
      console.log(await backupCommand({...options, now}));
      return;
    case 'restore':
      console.log(await restoreCommand({...options, now}));
      return;
    case 'serve':
      await untilEnded(options);
  }
}

async function untilEnded(options: Options): Promise<void> {
  const log = lineLog((line) => process.stderr.write(line), now);
  const starting = serve({...options, log, now});
  let ending: Promise<void> | undefined;
  // Asked to end while it starts, it starts first: what has begun is then ended in order too.
  const end = (): void => {
    ending ??= starting
      .then((serving) => serving.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);

  for (const line of (await starting).words) console.log(line);
}

try {
  await main(optionsOf(process.argv.slice(2), thisHost()));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
