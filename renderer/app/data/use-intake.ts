import {useEffect, useMemo, useState} from 'react';
import {
  type BroughtFile,
  type IntakeCallName,
  type IntakeCalls,
  type IntakeState,
  noIntake,
} from '#core/intake/messages.ts';
import type {Result} from '#core/lib/result.ts';
import {useData} from './use-data.ts';

export interface Intake {
  /** The session as the worker last told it. */
  readonly state: IntakeState;
  readonly ask: <N extends IntakeCallName>(
    name: N,
    args: IntakeCalls[N]['args'],
  ) => Promise<Result<IntakeCalls[N]['answer']>>;
}

/** A dropped or chosen file as the worker takes it. */
export function brought(file: File): BroughtFile {
  return {name: file.name, changedAt: file.lastModified, blob: file};
}

/** The intake session of this window, kept live. It lives in the data worker and goes on while no page looks at it. */
export function useIntake(): Intake {
  const data = useData();
  const [state, setState] = useState(noIntake);
  useEffect(() => {
    let wanted = true;
    const stop = data.hear('intake', setState);
    void data.call('intake.look', null).then((answer) => {
      if (wanted && answer.ok) setState(answer.value);
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [data]);
  const ask = useMemo<Intake['ask']>(() => (name, args) => data.call(name, args), [data]);
  return useMemo(() => ({state, ask}), [state, ask]);
}
