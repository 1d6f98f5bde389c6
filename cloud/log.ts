/** What happens, a line of JSON each. Only names of our own making go in: no token, no row, nothing that a person has typed. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean>>) => void;

export function lineLog(write: (line: string) => void, now: () => number): Log {
  return (event, facts = {}) => write(`${JSON.stringify({at: new Date(now()).toISOString(), event, ...facts})}\n`);
}

/** What may be told of an error that nobody expected: its kind and where it was thrown. Its message could quote what was sent. */
export function errorFacts(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return {error: typeof error};
  const {code} = error as {readonly code?: unknown};
  const where = /\((?:file:\/\/)?[^)]*?([\w.-]+:\d+:\d+)\)/.exec(error.stack ?? '')?.[1];
  return {error: error.name, ...(typeof code === 'string' ? {code} : {}), ...(where === undefined ? {} : {where})};
}
