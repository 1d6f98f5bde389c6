import path from 'node:path';
import {resultsFolder} from '../grid/places.ts';

export const resultFile = path.join(resultsFolder, 'intake.json');
/** Profiles and the peer's page, on disk, cleared before and after. */
export const peerSource = path.join(import.meta.dirname, 'peer');
export const peerFolder = path.join(resultsFolder, 'intake-peer');
