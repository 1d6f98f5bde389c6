import type {Mood} from '#core/shipping/packing-bench/said.ts';

interface Tone {
  readonly hz: number;
  /** From the beginning of the sound. */
  readonly atMs: number;
  readonly ms: number;
  readonly wave: OscillatorType;
}

/** Told apart without looking, in a loud hall, and with poor hearing: high and short, low and rough, rising, falling three times. */
const tones: Readonly<Record<Exclude<Mood, 'note'>, readonly Tone[]>> = {
  right: [{hz: 1_320, atMs: 0, ms: 70, wave: 'sine'}],
  wrong: [{hz: 165, atMs: 0, ms: 420, wave: 'sawtooth'}],
  done: [
    {hz: 660, atMs: 0, ms: 110, wave: 'triangle'},
    {hz: 990, atMs: 110, ms: 110, wave: 'triangle'},
    {hz: 1_320, atMs: 220, ms: 220, wave: 'triangle'},
  ],
  stop: [0, 240, 480].flatMap((atMs) => [
    {hz: 392, atMs, ms: 90, wave: 'square' as const},
    {hz: 196, atMs: atMs + 90, ms: 110, wave: 'square' as const},
  ]),
};

const loudness = 0.25;
const edgeS = 0.008;
let context: AudioContext | undefined;

/** Plays it at once; what still sounds of the one before is cut off by nobody. A computer that has no sound stays silent. */
export function play(sound: Exclude<Mood, 'note'>): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  for (const {hz, atMs, ms, wave} of tones[sound]) {
    const [from, to] = [context.currentTime + atMs / 1_000, context.currentTime + (atMs + ms) / 1_000];
    const [oscillator, gain] = [context.createOscillator(), context.createGain()];
    oscillator.type = wave;
    oscillator.frequency.value = hz;
    // Without edges each tone would begin and end with a click.
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(loudness, from + edgeS);
    gain.gain.setValueAtTime(loudness, to - edgeS);
    gain.gain.linearRampToValueAtTime(0, to);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(from);
    oscillator.stop(to);
  }
}
