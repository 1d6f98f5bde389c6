import {spawn} from 'node:child_process';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const builder = join(dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')), 'cli.js');

/** Runs electron-builder on a folder to its end. Throws with all it printed when it fails or takes too long. */
export async function runBuilder(folder: string, options: readonly string[], timeoutMs: number): Promise<string> {
  const child = spawn(process.execPath, [builder, ...options, '--projectDir', folder, '--publish', 'never'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutMs,
  });
  const printed: string[] = [];
  child.stdout.on('data', (text: Buffer) => printed.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => printed.push(text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`electron-builder ended with ${code ?? 'a signal'}:\n${printed.join('')}`);
  return printed.join('');
}
