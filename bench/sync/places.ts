import path from 'node:path';
import {resultsFolder} from '../grid/places.ts';

export const resultFile = path.join(resultsFolder, 'sync.json');
/** The peers' page: its sources, and where it is built. */
export const pageSource = path.join(import.meta.dirname, 'page');
export const pageFolder = path.join(resultsFolder, 'sync-page');
