import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {decodeIpp, encodeIpp, type IppMessage, numberOf, textsOf} from './ipp-message.ts';

const message: IppMessage = {
  code: 0x000b,
  requestId: 7,
  groups: [
    {
      tag: 1,
      attributes: [
        {name: 'attributes-charset', tag: 0x47, values: ['utf-8']},
        {name: 'requested', tag: 0x44, values: ['media', '纸']},
      ],
    },
    {
      tag: 2,
      attributes: [
        {name: 'copies', tag: 0x21, values: [-2]},
        {name: 'fidelity', tag: 0x22, values: [true]},
      ],
    },
  ],
};

/** RFC 8010, appendix A.2: the answer to a Print-Job, byte by byte as the standard has it. */
const standardAnswer = Buffer.concat([
  Buffer.from([0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x01]),
  attribute(0x47, 'attributes-charset', Buffer.from('utf-8')),
  attribute(0x48, 'attributes-natural-language', Buffer.from('en-us')),
  attribute(0x41, 'status-message', Buffer.from('successful-ok')),
  Buffer.from([0x02]),
  attribute(0x21, 'job-id', Buffer.from([0, 0, 0, 147])),
  attribute(0x45, 'job-uri', Buffer.from('ipp://printer.example.com/ipp/print/pinetree/147')),
  attribute(0x23, 'job-state', Buffer.from([0, 0, 0, 3])),
  Buffer.from([0x03]),
]);

function attribute(tag: number, name: string, value: Buffer): Buffer {
  const head = Buffer.from([tag, name.length >> 8, name.length & 0xff]);
  return Buffer.concat([head, Buffer.from(name), Buffer.from([value.length >> 8, value.length & 0xff]), value]);
}

describe('an IPP message', () => {
  it('is read as it was written, and where the document begins', () => {
    const bytes = Buffer.concat([encodeIpp(message), Buffer.from('^XA')]);
    expect(decodeIpp(bytes)).toEqual({...message, end: bytes.length - 3});
  });

  it('is read as the standard prints it', () => {
    const read = decodeIpp(standardAnswer);
    expect(
      read && [read.code, numberOf(read, 'job-id'), numberOf(read, 'job-state'), textsOf(read, 'status-message')],
    ).toEqual([0, 147, 3, ['successful-ok']]);
  });

  it('may hold collections within collections, which are passed over', () => {
    const bytes = Buffer.concat([
      Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 4]),
      attribute(0x34, 'media-col', Buffer.alloc(0)),
      attribute(0x4a, '', Buffer.from('media-size')),
      attribute(0x34, '', Buffer.alloc(0)),
      attribute(0x4a, '', Buffer.from('x-dimension')),
      attribute(0x21, '', Buffer.from([0, 0, 1, 1])),
      attribute(0x37, '', Buffer.alloc(0)),
      attribute(0x37, '', Buffer.alloc(0)),
      attribute(0x44, 'media-ready', Buffer.from('a')),
      Buffer.from([3]),
    ]);
    expect(decodeIpp(bytes)?.groups[0]?.attributes).toEqual([
      {name: 'media-col', tag: 0x34, values: []},
      {name: 'media-ready', tag: 0x44, values: ['a']},
    ]);
  });

  it('cut off anywhere is none', () => {
    const whole = encodeIpp(message);
    const read = Array.from(whole, (_byte, length) => decodeIpp(whole.subarray(0, length)));
    expect([...new Set(read)]).toEqual([undefined]);
  });

  it('that was changed anywhere is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(standardAnswer.length - 1), fc.nat(255)), {maxLength: 6}), (changes) => {
        const bytes = Buffer.from(standardAnswer);
        for (const [at, byte] of changes) bytes[at] = byte;
        const read = decodeIpp(bytes);
        expect(read === undefined || read.end <= bytes.length).toBe(true);
      }),
      {numRuns: 3_000},
    );
    fc.assert(fc.property(fc.uint8Array({maxLength: 400}), (bytes) => void decodeIpp(Buffer.from(bytes))));
  });
});
