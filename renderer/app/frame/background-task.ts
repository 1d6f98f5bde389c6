/** Long work that goes on beside everything else. */
export interface BackgroundTask {
  /** What is being done: "Importing orders". */
  readonly words: string;
  readonly done: number;
  readonly total: number;
  /** What is counted, where it is not things: bytes are told as a person says them. */
  readonly unit?: 'bytes';
  /** Null while nobody can tell. */
  readonly leftMs: number | null;
  /** Absent where it cannot be stopped half way. */
  readonly onCancel?: () => void;
}

/** Rounded up, so that it does not end before the work does, and coarse, so that it does not flicker. */
export function timeLeft(leftMs: number): {readonly unit: 'seconds' | 'minutes' | 'hours'; readonly count: number} {
  const seconds = Math.ceil(leftMs / 1000);
  if (seconds <= 10) return {unit: 'seconds', count: seconds};
  if (seconds < 60) return {unit: 'seconds', count: Math.ceil(seconds / 5) * 5};
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? {unit: 'minutes', count: minutes} : {unit: 'hours', count: Math.ceil(minutes / 60)};
}
