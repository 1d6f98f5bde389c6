/**
 * The one door to every command of the project: `node tools/run.mjs start|cloud|test|check|unit|e2e|bench|proof|rig|sim|dist|pictures|format|tw`,
 * each also an npm script. It needs nothing but Node: it looks at Node's version, installs the packages when they are
 * not those of package-lock.json, builds when the sources have changed, finds a browser where one is needed, and then
 * does what was asked. This file and the one it imports are read by the oldest Node somebody may have, so that they
 * can say so in a sentence; the rest is loaded after that.
 */
import {nodeComplaint} from './run/node-version.mjs';

const complaint = nodeComplaint(process.versions.node);
if (complaint !== undefined) {
  console.error(complaint);
  process.exit(1);
}
const {main} = await import('./run/main.mjs');
await main(process.argv.slice(2));
