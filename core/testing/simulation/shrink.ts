import {type Databases, inMemory} from './databases.ts';
import {type Ran, runPlan} from './run-plan.ts';
import type {Plan} from './steps.ts';

/** The promise that a run has broken. */
export function brokenIn({failed = ''}: Ran): string {
  return failed.slice(0, failed.indexOf(':'));
}

/** The shortest plan found that breaks the same promise: halves of its steps are left out, then quarters, down to single ones. */
export async function shrink(
  plan: Plan,
  {runsMost = 300, databases = inMemory}: {readonly runsMost?: number; readonly databases?: Databases} = {},
): Promise<Plan> {
  const broken = brokenIn(await runPlan(plan, databases));
  let best = plan;
  let left = runsMost;
  const isStillBroken = async (other: Plan): Promise<boolean> => {
    left -= 1;
    const ran = await runPlan(other, databases);
    return ran.failed !== undefined && brokenIn(ran) === broken;
  };
  for (
    let size = Math.ceil(best.steps.length / 2);
    size >= 1 && left > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < best.steps.length && left > 0;) {
      const other = {...best, steps: best.steps.toSpliced(from, size)};
      if (await isStillBroken(other)) best = other;
      else from += size;
    }
  }
  return best;
}
