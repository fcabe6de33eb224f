import { aisLogInput } from '../ais-log-input.ts';
import { type Match, matchLines } from '../bench-line.ts';
import type { Contender } from '../contest.ts';
import { peerTitle } from '../peers.ts';
import type { Section } from '../section.ts';

/** Sentences for peers that would take minutes for all. */
const FEW = 100_000;

/** AIS sentences to columns, against programs and packages that decode them to objects or JSON. */
export const AIVDM: Section = {
  name: 'aivdm',
  title: 'AIS sentences to columns, checksums and armour checked',
  run({ repeats, size }) {
    const { tagged, bare } = aisLogInput(size);
    const few = aisLogInput(FEW);
    const ours: Contender = { title: 'ours', subject: 'our-aivdm', path: tagged, units: size };
    const match = (peer: Contender, target = ''): Match => ({ what: 'decode', ours, peer, target });
    const best = '>= 10 to the best package';
    return matchLines(
      [
        match({ title: 'gpsdecode, the same file', subject: 'gpsdecode', path: tagged, units: size }, '>= 8'),
        match({ title: 'gpsdecode, without tag blocks', subject: 'gpsdecode', path: bare, units: size }),
        match({ title: peerTitle('ais-decoder'), subject: 'ais-decoder', path: bare, units: size }, best),
        match({ title: peerTitle('ggencoder'), subject: 'ggencoder', path: bare, units: size }, best),
        match(
          {
            title: peerTitle('ais-stream-decoder'),
            subject: 'ais-stream-decoder',
            path: few.bare,
            units: FEW,
          },
          best,
        ),
        match({ title: peerTitle('aisparser'), subject: 'aisparser', path: few.bare, units: FEW }, best),
      ],
      repeats,
      'messages',
    );
  },
};
