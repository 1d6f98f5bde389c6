import {useEffect} from 'react';
import {useScale} from '../../app/scale/scale-store.ts';
import type {BenchDesk} from './bench-desk.ts';
import {useBench} from './bench-view.ts';

/** Tells the bench what a box may weigh and what the scale says once it stands still; without a scale it weighs nothing. */
export function useScaleOnBench(desk: BenchDesk): void {
  const {status, weighing, rules} = useScale();
  const isHere = status === 'connected';
  const known = useBench(({bench}) => bench.scale);
  const grams = useBench(({bench}) => bench.grams);
  useEffect(() => {
    const wanted = isHere ? rules : undefined;
    if (JSON.stringify(known) !== JSON.stringify(wanted)) desk.hear({what: 'scale', rules: wanted});
  }, [desk, isHere, rules, known]);
  const said = weighing?.says === 'weight' ? weighing.grams : undefined;
  const isStill = weighing?.says !== 'weight' || weighing.isStable;
  useEffect(() => {
    // Between two weights a scale says many others.
    if (isHere && isStill && said !== grams) desk.hear({what: 'weighed', grams: said});
  }, [desk, isHere, isStill, said, grams]);
}
