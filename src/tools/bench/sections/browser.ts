import { matchLines } from '../bench-line.ts';
import { noaaInput } from '../noaa-input.ts';
import type { Section } from '../section.ts';

/** The engine's worker in Chromium, against the same engine on the command line. */
export const BROWSER: Section = {
  name: 'browser',
  title: 'A file loaded into a case: command line and browser',
  run({ repeats, size }) {
    const path = noaaInput(size, '2023');
    return matchLines(
      [
        {
          what: 'load CSV',
          ours: { title: 'command line', subject: 'our-load', path, units: size },
          peer: { title: 'the worker in Chromium', subject: 'browser-load', path, units: size },
          target: '<= 1.3',
        },
      ],
      repeats,
      'rows',
    );
  },
};
