import { pairedLogInput } from '../ais-log-input.ts';
import { countText } from '../bench-line.ts';
import { peerTitle } from '../peers.ts';
import { runSubject, SubjectError } from '../run-subject.ts';
import type { BenchLine, Section } from '../section.ts';
import type { SubjectName } from '../subjects.ts';

const MESSAGES = 2_200;

/** Interleaved messages of two parts: how many come back whole. */
export const PAIRS: Section = {
  name: 'pairs',
  title: `${countText(MESSAGES)} interleaved messages of two parts`,
  async run() {
    const { tagged, bare } = pairedLogInput(MESSAGES);
    const ours = await got('our-aivdm', tagged);
    const line = async (peer: string, subject: SubjectName): Promise<BenchLine> => {
      const theirs = await got(subject, bare);
      return { what: 'whole messages', ours, peer, theirs, ratio: '', target: `ours ${countText(MESSAGES)}` };
    };
    return [
      await line('gpsdecode', 'gpsdecode'),
      await line(peerTitle('aisparser'), 'aisparser'),
      await line(peerTitle('ggencoder'), 'ggencoder'),
      await line(peerTitle('ais-decoder'), 'ais-decoder'),
      await line(peerTitle('ais-stream-decoder'), 'ais-stream-decoder'),
    ];
  },
};

async function got(subject: SubjectName, path: string): Promise<string> {
  try {
    return countText((await runSubject(subject, path)).items);
  } catch (error) {
    if (error instanceof SubjectError) return error.message;
    throw error;
  }
}
