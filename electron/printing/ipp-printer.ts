import type {PrintJob} from '#core/printing/print-job.ts';
import {mimeTypeOf, type Printer} from '#core/printing/printer.ts';
import type {JobSaid, PrinterSaid, QueuesSaid, Sending, Sent} from '#core/printing/printer-port.ts';
import {type Asking, exchange, type Exchange, ippTerms, type IppTerms} from './ipp-exchange.ts';
import {groupTags, type IppAttribute, type IppMessage, numberOf, textsOf, valueTags} from './ipp-message.ts';
import {statusWords} from './ipp-status.ts';

const operations = {
  printJob: 2,
  validateJob: 4,
  cancelJob: 8,
  getJobAttributes: 9,
  getPrinterAttributes: 11,
  /** CUPS's own. */
  getPrinters: 0x4002,
} as const;

const lastSuccess = 0x00ff;
const statuses = {
  formatNotSupported: 0x040a,
  operationNotSupported: 0x0501,
  temporary: 0x0505,
  notAccepting: 0x0506,
  busy: 0x0507,
};
const comesBack: readonly number[] = [statuses.temporary, statuses.notAccepting, statuses.busy];

const jobStates: Readonly<Record<number, JobSaid['state']>> = {7: 'cancelled', 8: 'aborted', 9: 'completed'};
const printerStates: Readonly<Record<number, PrinterSaid['state']>> = {3: 'idle', 4: 'working', 5: 'stopped'};

/** Under which names printers take what is sent as it is; the first that one takes is used. */
const rawMimeTypes = ['application/vnd.cups-raw', 'application/octet-stream'];

let lastRequestId = 0;

function ask(uri: string, code: number, more: readonly IppAttribute[] = [], limits = ippTerms): Asking {
  return exchange(uri, requestOf(uri, code, more), new Uint8Array(), limits);
}

function requestOf(
  uri: string,
  code: number,
  more: readonly IppAttribute[],
  job: readonly IppAttribute[] = [],
): IppMessage {
  lastRequestId = (lastRequestId % 0x7fff_ffff) + 1;
  const attributes: readonly IppAttribute[] = [
    {name: 'attributes-charset', tag: valueTags.charset, values: ['utf-8']},
    {name: 'attributes-natural-language', tag: valueTags.language, values: ['en']},
    {name: 'printer-uri', tag: valueTags.uri, values: [uri]},
    ...more,
  ];
  const groups = [{tag: groupTags.operation, attributes}];
  return {
    code,
    requestId: lastRequestId,
    groups: job.length > 0 ? [...groups, {tag: groupTags.job, attributes: job}] : groups,
  };
}

/**
 * Prints over IPP (RFC 8011). The printer is asked first whether it would take the job, so that it refuses wrong paper or a language it
 * cannot read before one byte of the document has left; fidelity is asked for, so that it does not print on other paper instead.
 */
export function sendIpp(
  uri: string,
  printer: Printer,
  job: PrintJob,
  bytes: Uint8Array,
  limits: IppTerms = ippTerms,
): Sending {
  let current: Asking | undefined;
  let isGivenUp = false;
  const said = (message: IppMessage, document: Uint8Array = new Uint8Array()): Promise<Exchange> => {
    if (isGivenUp) return Promise.resolve({came: 'noConnection', words: 'given up'});
    current = exchange(uri, message, document, limits);
    return current.done;
  };
  const run = async (): Promise<Sent> => {
    const mimeTypes = [
      mimeTypeOf[job.language],
      ...(job.language === 'zpl' || job.language === 'tspl' ? rawMimeTypes : []),
    ];
    for (const mimeType of new Set(mimeTypes)) {
      const [operation, template] = attributesOf(printer, job, mimeType);
      const valid = await said(requestOf(uri, operations.validateJob, operation, template));
      const isLast = mimeType === mimeTypes.at(-1);
      if (valid.came === 'answer' && isOfFormat(valid.message) && !isLast) continue;
      const refusal = refusalOf(valid);
      if (refusal) return refusal;
      return outcomeOf(await said(requestOf(uri, operations.printJob, operation, template), bytes));
    }
    return {outcome: 'refused', words: ''};
  };
  return {
    done: run(),
    abandon: () => {
      isGivenUp = true;
      current?.stop();
    },
  };
}

function attributesOf(printer: Printer, job: PrintJob, mimeType: string): [IppAttribute[], IppAttribute[]] {
  return [
    [
      {name: 'requesting-user-name', tag: valueTags.name, values: ['tradewind']},
      {name: 'job-name', tag: valueTags.name, values: [job.id]},
      {name: 'ipp-attribute-fidelity', tag: valueTags.boolean, values: [true]},
      {name: 'document-format', tag: valueTags.mimeType, values: [mimeType]},
    ],
    [
      {name: 'media', tag: valueTags.keyword, values: [printer.media]},
      ...(job.copies > 1 ? [{name: 'copies', tag: valueTags.integer, values: [job.copies]}] : []),
    ],
  ];
}

/** Whether a refusal is about the language. CUPS tells it as an attribute that is not supported, and not by the status made for it. */
function isOfFormat({code, groups}: IppMessage): boolean {
  if (code <= lastSuccess) return false;
  const unsupported = groups.filter(({tag}) => tag === groupTags.unsupported).flatMap(({attributes}) => attributes);
  return code === statuses.formatNotSupported || unsupported.some(({name}) => name === 'document-format');
}

/** Why nothing is sent; no byte of the document has left yet. A printer that cannot be asked before is sent to at once. */
function refusalOf(valid: Exchange): Sent | undefined {
  switch (valid.came) {
    case 'noConnection':
    case 'noAnswer':
      return {outcome: 'notReached', words: valid.words};
    case 'httpRefusal':
      return {outcome: 'refused', words: valid.words};
    case 'answer': {
      const {code} = valid.message;
      if (code <= lastSuccess || code === statuses.operationNotSupported) return undefined;
      return {outcome: comesBack.includes(code) ? 'notReached' : 'refused', words: wordsOf(valid.message)};
    }
  }
}

function outcomeOf(printed: Exchange): Sent {
  switch (printed.came) {
    case 'noConnection':
      return {outcome: 'notReached', words: printed.words};
    case 'noAnswer':
      return {outcome: 'lost', words: printed.words};
    case 'httpRefusal':
      return {outcome: 'refused', words: printed.words};
    case 'answer': {
      const {message} = printed;
      if (message.code > lastSuccess) {
        return {outcome: message.code === statuses.busy ? 'notReached' : 'refused', words: wordsOf(message)};
      }
      const remoteId = numberOf(message, 'job-id');
      const isId = remoteId !== undefined && remoteId > 0;
      return {outcome: 'handedOver', ...(isId ? {remoteId} : {}), words: reasonsOf(message, 'job')};
    }
  }
}

/** What the printer says about itself. */
export async function askIpp(uri: string, limits: IppTerms = ippTerms): Promise<PrinterSaid> {
  const came = await ask(uri, operations.getPrinterAttributes, [], limits).done;
  if (came.came !== 'answer') {
    const shown = came.came === 'noConnection' ? came.certificate : undefined;
    const silent = {state: 'silent', reasons: [], words: came.words, mimeTypes: [], media: []} as const;
    return shown === undefined ? silent : {...silent, certificate: shown};
  }
  const {message} = came;
  return {
    state: printerStates[numberOf(message, 'printer-state') ?? 0] ?? 'silent',
    reasons: textsOf(message, 'printer-state-reasons').filter((reason) => reason !== 'none'),
    words: message.code > lastSuccess ? wordsOf(message) : textsOf(message, 'printer-state-message').join(' '),
    mimeTypes: textsOf(message, 'document-format-supported'),
    media: textsOf(message, 'media-supported'),
  };
}

/** The queues of a CUPS server, each a group of attributes. */
export async function askQueues(uri: string, limits: IppTerms = ippTerms): Promise<QueuesSaid> {
  const wanted = {name: 'requested-attributes', tag: valueTags.keyword, values: ['printer-name', 'printer-info']};
  const came = await ask(uri, operations.getPrinters, [wanted], limits).done;
  if (came.came !== 'answer') return {queues: [], words: came.words};
  const {message} = came;
  const queues = message.groups
    .filter(({tag}) => tag === groupTags.printer)
    .map((group) => ({...message, groups: [group]}))
    .flatMap((queue) => {
      const [name] = textsOf(queue, 'printer-name');
      return name === undefined ? [] : [{name, info: textsOf(queue, 'printer-info')[0] ?? ''}];
    });
  return {queues, words: message.code > lastSuccess ? wordsOf(message) : ''};
}

/** What became of a job, and while it waits, what the printer lacks. */
export async function askIppJob(uri: string, remoteId: number, limits: IppTerms = ippTerms): Promise<JobSaid> {
  const number = {name: 'job-id', tag: valueTags.integer, values: [remoteId]};
  const came = await ask(uri, operations.getJobAttributes, [number], limits).done;
  if (came.came !== 'answer') return {state: 'silent', words: came.words};
  if (came.message.code > lastSuccess) return {state: 'silent', words: wordsOf(came.message)};
  const state = jobStates[numberOf(came.message, 'job-state') ?? 0] ?? 'working';
  const words = reasonsOf(came.message, 'job');
  if (state !== 'working') return {state, words};
  const {reasons} = await askIpp(uri, limits);
  return {state, words: [words, ...reasons].filter((each) => each !== '').join(' ')};
}

export async function cancelIpp(uri: string, remoteId: number, limits: IppTerms = ippTerms): Promise<JobSaid> {
  const number = {name: 'job-id', tag: valueTags.integer, values: [remoteId]};
  const came = await ask(uri, operations.cancelJob, [number], limits).done;
  if (came.came !== 'answer') return {state: 'silent', words: came.words};
  const {message} = came;
  return message.code <= lastSuccess ? {state: 'cancelled', words: ''} : {state: 'working', words: wordsOf(message)};
}

/** The status by its name in the standard, and the printer's own sentence where it has one. */
function wordsOf(message: IppMessage): string {
  const unsupported = message.groups.filter(({tag}) => tag === groupTags.unsupported);
  const named = unsupported.flatMap(({attributes}) =>
    attributes.map(({name, values}) => `${name}=${values.join(',')}`),
  );
  return [statusWords(message.code), ...named, ...textsOf(message, 'status-message')].join(' ');
}

function reasonsOf(message: IppMessage, what: 'job' | 'printer'): string {
  const reasons = textsOf(message, `${what}-state-reasons`).filter((reason) => reason !== 'none');
  return [...reasons, ...textsOf(message, `${what}-state-message`)].join(' ');
}
