/** A deliberate fault in what is shipped: texts of files, named from the root, and what stands there instead. */
export interface Mutant {
  readonly name: string;
  readonly patches: readonly Patch[];
}

export interface Patch {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const applier = 'sync/applier.ts';
const master = 'sync/master.ts';
const pending = 'sync/pending.ts';

function mutant(name: string, file: string, ...texts: readonly (readonly [from: string, to: string])[]): Mutant {
  return {name, patches: texts.map(([from, to]) => ({file: `core/${file}`, from, to}))};
}

const setsPlace = "    await tx.setMeta('place', placeBehind(place, group));\n";
const beginsToApply = '  async apply(group: Group): Promise<Result<Applied | undefined>> {';
const applies = '    return this.#store.write(async (tx) => {\n      const place = must(await tx.meta';

/** Each breaks a promise that the simulation has to miss. The first ones are the budgeted run's. */
export const mutants: readonly Mutant[] = [
  mutant('the closure knows no reads', pending, ['new Set([...one.reads, ...one.writes])', 'new Set([...one.writes])']),
  mutant('the master decides again', master, [
    'const fresh = told.filter(({n}) => n > line.last.n);',
    'const fresh = told;',
  ]),
  mutant('a fact is treated as a wish', 'sync/decide.ts', [
    '  await overlay.flush(batch);\n  const {collided} = result.value;',
    "  const {collided} = result.value;\n  if (collided) return {kind: 'refused', fault: collided};\n  await overlay.flush(batch);",
  ]),
  mutant(
    'the master answers before it has committed',
    master,
    [
      'return this.#store.decide(shopId, async (tx) => {',
      'let said: PushAnswer | undefined;\n    await this.#store.decide(shopId, async (tx) => (said = await (async () => {',
    ],
    [
      'return answer(last.n, {epoch: head.epoch, seq: group.last, hash: group.hash});\n    });',
      'return answer(last.n, {epoch: head.epoch, seq: group.last, hash: group.hash});\n    })())).catch(() => undefined);\n    return said;',
    ],
  ),
  mutant('a guess forgets what it found', 'sync/replica.ts', [
    'before: result.ok ? await overlay.before() : []',
    'before: []',
  ]),
  mutant('a guess that ran again is not remembered', applier, ['await tx.guess(row);', 'await tx.lastOfOutbox();']),
  mutant(
    'the place is moved in another transaction',
    applier,
    [setsPlace, ''],
    [
      beginsToApply,
      `  async apply(group: Group): Promise<Result<Applied | undefined>> {
    const applied = await this.applyRows(group);
    const place = applied.ok ? applied.value?.place : undefined;
    if (place) await this.#store.write((tx) => tx.setMeta('place', place));
    return applied;
  }
  async applyRows(group: Group): Promise<Result<Applied | undefined>> {`,
    ],
  ),
  mutant('the place is moved before the rows', applier, [
    applies,
    `    await this.#store.write(async (tx) => {
      const place = await tx.meta('place');
      if (place && follows(place, group)) await tx.setMeta('place', placeBehind(place, group));
    });
${applies}`,
  ]),
  mutant('the closure does not go on', pending, ['for (const written of one.writes) seen.add(written);', '']),
  mutant('the closure knows no walks', pending, [
    '[...(byName.get(name) ?? []), ...(byName.get(tableOf(name)) ?? [])]',
    '[...(byName.get(name) ?? [])]',
  ]),
  mutant('what waits runs in the wrong order', applier, [
    'for (const one of chosen) rows',
    'for (const one of chosen.toReversed()) rows',
  ]),
  mutant('what is met later does not run again', applier, ['return meets ? undefined : rows;', 'return rows;']),
  mutant('a refused guess stays', applier, [
    'for (const name of guessed.names) if (!truth.has(name)) truth.set(name, {row: undefined, ...guessed.before(name)});',
    '',
  ]),
  mutant('a decision is compared with guesses', applier, [
    'const now = below.has(name) ? below.before(name).row : stands.get(name);',
    'const now = stands.get(name);',
  ]),
  mutant('a desk keeps what a refused one wrote', applier, [
    'if (isDone) await overlay.flush(batch);',
    'await overlay.flush(batch);',
  ]),
  mutant('the master keeps what a refused one wrote', 'sync/decide.ts', [
    "  if (!result.ok) return {kind: 'refused', fault: result.fault};\n  await overlay.flush(batch);",
    "  await overlay.flush(batch);\n  if (!result.ok) return {kind: 'refused', fault: result.fault};",
  ]),
  mutant('nobody looks at the hash of a group', 'sync/group.ts', [
    'return isWhole && group.first === seq + 1 && hashBehindGroup(hash, group) === group.hash;',
    'return group.first === seq + 1;',
  ]),
  mutant('a push tells what is not saved', 'sync/outgoing.ts', ['n > from && n <= savedN', 'n > from']),
  mutant('more is let go of than is decided', applier, [
    'await tx.letGo(decided.n);',
    'await tx.letGo(decided.n + 1);',
  ]),
  mutant('more is taken for decided than is', applier, [
    'pending.filter(({n}) => n > decided.n)',
    'pending.filter(({n}) => n > decided.n + 1)',
  ]),
  mutant('lines of one replica are one', 'sync/lines.ts', [
    'line.replica === replica && line.inc === inc',
    'line.replica === replica',
  ]),
  mutant('another line is not kept beside the store', 'sync/lines.ts', ['  await keep(next);\n', '']),
  mutant('stores that part are not looked through', 'sync/session.ts', [
    'if (mutations.length > 1)',
    'if (mutations.length > 1_000)',
  ]),
  mutant('copies of the same work take other names', 'sync/session.ts', [
    'next?.hash === undefined ? newName()',
    'next !== null ? newName()',
  ]),
  mutant('the master takes any line', master, [
    'if (!(await isSameLine(tx, {push, line, told})))',
    'if (!(await isSameLine(tx, {push, line, told})) && !known)',
  ]),
  mutant(
    'rows are remembered from push to push',
    master,
    ['const cache = new RowCache(tx);', 'const cache = (this.#cache ??= new RowCache(tx));'],
    ['  readonly #store: MasterStore;\n', '  readonly #store: MasterStore;\n  #cache: RowCache | undefined;\n'],
  ),
  mutant('what could not be read is decided', master, ['cache.mustHaveRead();', '']),
  mutant('a deleted row stays at the desk', applier, ['else await tx.forget(table, id);', '']),
  mutant('the tray hears nothing', 'sync/decide.ts', [
    'if (kind !== undefined && fault)',
    "if (kind === 'parked' && fault)",
  ]),
  mutant('a window trusts its own memory of numbers', 'sync/replica.ts', [
    'isJoined ? undefined : this.#head',
    'this.#head',
  ]),
  mutant('a bug stops its desk', 'sync/run-over.ts', [
    '  } catch {\n',
    "  } catch (error) {\n    if (name !== '') throw error;\n",
  ]),
  mutant('older arguments are taken as they are', 'sync/define.ts', [
    'mutator.stepUps.slice(version - 1)',
    'mutator.stepUps.slice(version)',
  ]),
];
