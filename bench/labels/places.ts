import path from 'node:path';
import {resultsFolder} from '../grid/places.ts';

export const resultFile = path.join(resultsFolder, 'labels.json');
/** What a run makes: our code as it is bundled, the labels for the peers, and every side's file. */
export const workFolder = path.join(resultsFolder, 'labels');
export const sourceFolder = import.meta.dirname;
