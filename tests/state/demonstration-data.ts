import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import { type CaseData, toCaseData } from '../../src/state/case-data.ts';
import { caseWith, DEMONSTRATION } from '../engine/case-files.ts';

/** The demonstration case as the page holds it. */
export async function demonstrationData(): Promise<CaseData> {
  const engine = await caseWith(...DEMONSTRATION);
  return toCaseData('Rajin shuttle', await engine.analyse(DEFAULT_METHOD));
}
