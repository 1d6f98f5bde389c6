import type {Kind, Survivor} from './survivor.ts';

/** A list that begins with a text instead of empty: what is asked of every member, a text does not have. */
const notEmpty: Survivor['faults'] = [['[]', '["Stryker was here"]']];
const notEmptyText: Survivor['faults'] = [["''", '"Stryker was here!"']];

function of(name: string, kind: Kind, line: string, faults: Survivor['faults'], why: string): Survivor {
  return {file: `core/sync/${name}.ts`, line, faults, kind, why};
}

/** Whatever imports such a module does not load: everybody notices, but a runner that finds no test in a file sees no failed one. */
const noSuchText: Survivor['faults'] = [["'utf-8'", '""']];

/** Every planted fault that no test finds, and why none has to. */
export const survivors: readonly Survivor[] = [
  of('applier', 'equivalent', "tx.meta('lines')", notEmpty, 'a desk with a master has its lines, and a text is none'),
  of(
    'applier',
    'equivalent',
    'const settled',
    [
      ['pending.filter(({n}) => n <= decided.n)', 'pending'],
      ['n <= decided.n', 'true'],
    ],
    'what still waits found in a row what the decided have left there, so below it stands what is true',
  ),
  of('applier', 'cost', 'wrong.length === 0', [['wrong.length === 0', 'false']], 'nobody is chosen for no row at all'),
  of('applier', 'equivalent', 'const meets', [['other.n > one.n', 'other.n >= one.n']], 'no two have one number'),
  of(
    'applier',
    'equivalent',
    'const changes: RowChange[]',
    notEmpty,
    'a text is a row of no table, and not there before',
  ),
  of('applier', 'equivalent', 'read(body)', [['body === undefined', 'false']], 'nothing is read of undefined either'),
  of('batch', 'equivalent', 'const found', notEmpty, 'what was not asked for is not looked up'),
  of('batch', 'equivalent', '.sort(', [['a.id < b.id', 'a.id <= b.id']], 'no two rows have one id'),
  of(
    'decide',
    'equivalent',
    'if (kind !== undefined',
    [
      ['kind !== undefined && fault', 'kind !== undefined || fault'],
      ['kind !== undefined', 'true'],
    ],
    'there is a fault wherever there is a kind',
  ),
  of('decide', 'equivalent', "kind: 'collided'", [['{kind: undefined}', '{}']], 'a field that is undefined'),
  of('group', 'equivalent', 'parts: parts.map', notEmptyText, 'every part has a scope'),
  of('group', 'equivalent', 'parts: parts.map', [['a < b', 'a <= b']], 'no two parts are of one scope'),
  of('master', 'equivalent', 'const told: Told[]', notEmpty, 'a text has no number, and is neither new nor decided'),
  of('master', 'cost', 'n === line.last.n', [['n === line.last.n', 'false']], 'the database tells the same hash'),
  of('master', 'equivalent', 'rows.sort(', [['a.id < b.id', 'a.id <= b.id']], 'no two rows have one id'),
  of('outgoing', 'twice', 'new TextDecoder', noSuchText, 'it does not load'),
  of('page', 'twice', 'new TextDecoder', noSuchText, 'it does not load'),
  of('outgoing', 'equivalent', 'entries.at(-1)', [['-1', '+1']], 'of an entry only its bytes are told'),
  of('pending', 'cost', 'met.has(one)', [['met.has(one)', 'false']], 'a set takes what it has once'),
  of('protocol', 'equivalent', "[first = '', ...mutations]", notEmptyText, 'a split text has a first piece'),
  of('protocol', 'equivalent', '#bodies: string[]', notEmpty, 'emptied with each group'),
  of('protocol', 'equivalent', 'const open', [['head?.parts', 'head.parts']], 'asked for behind a head only'),
  of(
    'protocol',
    'equivalent',
    '[first = 0, last = 0]',
    notEmptyText,
    'a group that names nobody is refused two lines below',
  ),
  of(
    'protocol',
    'twice',
    'const isWhole',
    [
      ['head.seq.length === 2', 'true'],
      ['head.n.length === 2', 'true'],
    ],
    'a missing end is 0, which is before the first number or does not count the same',
  ),
  of('protocol', 'equivalent', 'bodies.next()', notEmptyText, 'as many bodies have come as there are open parts'),
  of('protocol', 'equivalent', 'return end < 0', [['end < 0', 'end <= 0']], 'the first goes always'),
  of(
    'replica',
    'equivalent',
    'const told = again',
    [
      ['again || !args.ok', 'true'],
      ['!args.ok', 'args.ok'],
    ],
    'a shape gives back the value it was given',
  ),
  of('replica', 'equivalent', 'one?.args.ok', [['one?.args', 'one.args']], 'asked for where there is one'),
  of(
    'replica',
    'cost',
    'const isAsThought',
    [['ahead?.before.n === head.n && ahead.before.hash === head.hash', 'false']],
    'hashed once more',
  ),
  of('replica', 'equivalent', 'return batch === undefined', [['batch === undefined', 'false']], 'JSON leaves it out'),
  of('row-text', 'cost', 'if (known !== undefined)', [['known !== undefined', 'false']], 'made once more'),
  of('row-text', 'equivalent', '(put[table] ?? [])', notEmpty, 'of tables that are there'),
  of(
    'row-text',
    'equivalent',
    'of[table] !== undefined',
    [
      ['(Object.keys(of) as TableName[]).filter((table) => of[table] !== undefined)', 'Object.keys(of) as TableName[]'],
      ['of[table] !== undefined', 'true'],
    ],
    'a list is made when something comes into it',
  ),
  of('saver', 'equivalent', '#fresh: readonly Entry[]', notEmpty, 'a text has no number, and follows on nothing'),
  of('saver', 'equivalent', '#again = false', [['false', 'true']], 'true whenever a run begins'),
  of('saver', 'equivalent', '#waiting:', notEmpty, 'a text waits for no number'),
  of('saver', 'twice', 'if (this.#isClosed) return', [['this.#isClosed', 'false']], 'a closed one goes no further'),
  of(
    'saver',
    'cost',
    'const fresh = ',
    [
      ['this.#fresh.filter(({n}) => n > position.n)', 'this.#fresh'],
      ['n > position.n', 'true'],
      ['n > position.n', 'n >= position.n'],
    ],
    'the outbox is read where what was handed over is saved in part',
  ),
  of('saver', 'equivalent', 'this.#fresh = [];', notEmpty, 'a text has no number, and follows on nothing'),
  of(
    'saver',
    'equivalent',
    'this.#waiting.splice',
    [['this.#waiting.splice(at, 1)[0]?.resolve', 'this.#waiting.splice(at, 1)[0].resolve']],
    'there is one at that place',
  ),
  of(
    'session',
    'equivalent',
    'default:',
    [['default: return unreachable(answer.no);', 'default:']],
    'the compiler knows that there is no other',
  ),
  of('snapshot', 'equivalent', 'chunks.toSorted', [['a.sha < b.sha', 'a.sha <= b.sha']], 'no two chunks have one hash'),
];
