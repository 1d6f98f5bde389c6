import {create} from 'zustand';
import type {Fault} from '#core/faults.ts';
import type {CutLabel, ReadingPace} from '#core/printing/bought-label-messages.ts';
import type {Choice} from '#core/shipping/bought/judge-labels.ts';
import {newId} from '../data/new-id.ts';
import {type LabelReader, boughtLabelReader} from './label-reader.ts';

/** A file of labels of this window, from the moment it was brought. `refused`: nothing of it is taken in. */
export interface SessionFile {
  readonly key: string;
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'read' | 'refused';
  readonly pace: ReadingPace;
  readonly fault?: Fault;
}

/** A label that was read, and the file of the session that it came in. */
export interface SessionLabel extends CutLabel {
  readonly file: string;
}

interface LabelSession {
  readonly files: readonly SessionFile[];
  readonly labels: readonly SessionLabel[];
  /** What a person has said of labels, by their keys. */
  readonly choices: ReadonlyMap<string, Choice>;
}

const nothing: LabelSession = {files: [], labels: [], choices: new Map()};

/**
 * Labels that are being read and looked at in this window. Nothing of it is kept until a person takes it in: a window that is closed or
 * killed before has done nothing.
 */
export const useLabelSession = create<LabelSession>()(() => nothing);

let stopping: AbortController | undefined;
let work: Promise<void> = Promise.resolve();

/** Reads files one after the other. */
export function bringLabels(files: readonly File[], reader: LabelReader = boughtLabelReader): Promise<void> {
  const brought = files.map((file) => ({file, key: newId('labelFile')}));
  const waiting = brought.map(({file, key}): SessionFile => ({
    key,
    name: file.name,
    state: 'waiting',
    pace: {done: 0, total: 0},
  }));
  useLabelSession.setState((session) => ({files: [...session.files, ...waiting]}));
  for (const {file, key} of brought) work = work.then(() => readOne(file, key, reader));
  return work;
}

async function readOne(file: File, key: string, reader: LabelReader): Promise<void> {
  if (!useLabelSession.getState().files.some((each) => each.key === key)) return;
  stopping = new AbortController();
  const {signal} = stopping;
  change(key, {state: 'reading'});
  const known = new Set(useLabelSession.getState().labels.map((label) => label.key));
  try {
    const read = await reader.read(
      {name: file.name, blob: file},
      {
        signal,
        pace: (pace) => change(key, {pace}),
        label: (label) => {
          if (!signal.aborted && !known.has(label.key)) add({...label, file: key});
        },
      },
    );
    if (read === 'stopped' || signal.aborted) return removeLabelFile(key);
    if (!read.ok) return refuse(key, read.fault);
    const isAgain = read.value.labels > 0 && !useLabelSession.getState().labels.some((label) => label.file === key);
    if (isAgain) return refuse(key, {code: 'shipping.bought_file_again', values: {}});
    change(key, {state: 'read'});
  } catch {
    // The worker is started anew with the next file.
    refuse(key, {code: 'shipping.bought_damaged', values: {}});
  } finally {
    stopping = undefined;
  }
}

/** Stops reading: files that are not read to their end are gone, with all of their labels. */
export function stopReading(): void {
  const {files} = useLabelSession.getState();
  stopping?.abort();
  for (const {key, state} of files) if (state === 'waiting' || state === 'reading') removeLabelFile(key);
}

export function removeLabelFile(key: string): void {
  useLabelSession.setState(({files, labels}) => ({
    files: files.filter((file) => file.key !== key),
    labels: labels.filter(({file}) => file !== key),
  }));
}

/** These were taken in; a file of which nothing is left goes with them. */
export function removeLabels(keys: ReadonlySet<string>): void {
  useLabelSession.setState(({files, labels}) => {
    const left = labels.filter(({key}) => !keys.has(key));
    return {
      labels: left,
      files: files.filter(({key, state}) => state !== 'read' || left.some(({file}) => file === key)),
    };
  });
}

/** What a person says of a label; undefined takes it back. */
export function chooseFor(key: string, choice: Choice | undefined): void {
  useLabelSession.setState(({choices}) => {
    const next = new Map(choices);
    if (choice === undefined) next.delete(key);
    else next.set(key, choice);
    return {choices: next};
  });
}

/** Another shop comes on screen, or a person is done with what is left. */
export function forgetLabels(): void {
  stopReading();
  useLabelSession.setState(nothing);
}

function add(label: SessionLabel): void {
  useLabelSession.setState(({labels}) => ({labels: [...labels, label]}));
}

function refuse(key: string, fault: Fault): void {
  useLabelSession.setState(({labels}) => ({labels: labels.filter(({file}) => file !== key)}));
  change(key, {state: 'refused', fault});
}

function change(key: string, changes: Partial<SessionFile>): void {
  useLabelSession.setState(({files}) => ({
    files: files.map((file) => (file.key === key ? {...file, ...changes} : file)),
  }));
}
