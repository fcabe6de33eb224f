import positionsUrl from '../../fixtures/rajin-shuttle/positions.csv?url';
import sightingsUrl from '../../fixtures/rajin-shuttle/sightings.csv?url';
import type { CaseSource } from '../state/queries.ts';

/** The case that the page opens with: four ships, reconstructed from published sightings. */
export const DEMONSTRATION: CaseSource = {
  name: 'Rajin shuttle',
  gazetteer: `${import.meta.env.BASE_URL}ports/gazetteer.json`,
  lists: `${import.meta.env.BASE_URL}lists/`,
  files: [
    { name: 'positions.csv', url: positionsUrl },
    { name: 'sightings.csv', url: sightingsUrl },
  ],
};
