import path from 'node:path';
import {inRoot} from '../../tools/run/places.mjs';

/** Everything a run writes; ignored by git. */
export const resultsFolder = inRoot('test-results', 'bench');
export const resultFile = path.join(resultsFolder, 'grid.json');
/** Profiles and built pages, on disk, cleared before and after. */
export const workFolder = path.join(resultsFolder, 'grid');
export const pagesFolder = path.join(workFolder, 'pages');
export const probeFile = path.join(workFolder, 'probe', 'probe.js');
export const sourceFolder = import.meta.dirname;
