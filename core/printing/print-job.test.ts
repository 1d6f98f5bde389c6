import {describe, expect, it} from 'vitest';
import {advance, jobStatuses, jobSteps} from './print-job.ts';

describe('the life of a print job', () => {
  it('is this table, and nothing else can happen', () => {
    const rows = jobStatuses.map((status) => {
      const led = jobSteps.map((step) => {
        const to = advance(status, step);
        return to.ok ? `${step}: ${to.value}` : '';
      });
      return `${status} -> ${led.filter((each) => each !== '').join(', ')}`;
    });
    expect(rows.join('\n')).toMatchInlineSnapshot(`
      "asked -> send: sending, fail: failed, cancel: cancelled
      sending -> postpone: asked, handOver: sent, fail: failed, lose: unknown
      sent -> confirm: confirmed, fail: failed, cancel: cancelled
      confirmed -> 
      failed -> 
      cancelled -> 
      unknown -> foundPrinted: confirmed, foundMissing: failed"
    `);
  });

  it('names the step that is not in it', () => {
    expect(advance('unknown', 'send')).toEqual({
      ok: false,
      fault: {code: 'printing.step_not_allowed', values: {status: 'unknown', step: 'send'}},
    });
  });
});
