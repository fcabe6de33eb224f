import { describe, expect, test } from 'vitest';
import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import { STATIC_FIELDS, type Vessel } from '../../src/core/vessel/index.ts';
import { AnswerAssembly, type AnswerPart, partsOf } from '../../src/engine/answer-parts.ts';
import type { CaseAnalysis } from '../../src/engine/engine.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import { packClaims, unpackClaims } from '../../src/engine/packed-claims.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { DEMONSTRATION, referenceFiles } from './case-files.ts';

async function demonstration(radiusKm = DEFAULT_METHOD.parameters.radiusKm): Promise<CaseAnalysis> {
  const engine = new LocalEngine();
  await engine.loadReference(referenceFiles());
  for (const file of DEMONSTRATION) await engine.load(file, { zoneMinutes: null });
  return engine.analyse({
    ...DEFAULT_METHOD,
    parameters: { ...DEFAULT_METHOD.parameters, radiusKm },
  });
}

/** Sends an answer the way a message channel does: every part is cloned alone. */
function crossed(answer: CaseAnalysis): { answer: CaseAnalysis; parts: AnswerPart[] } {
  const assembly = new AnswerAssembly();
  const parts: AnswerPart[] = [];
  for (const { part, transfer } of partsOf(answer)) {
    const clone = structuredClone(part, { transfer: transfer as ArrayBuffer[] });
    parts.push(clone);
    assembly.add(clone);
  }
  return { answer: assembly.whole(), parts };
}

describe('an answer in parts', () => {
  test('is the same answer when it is put together again', async () => {
    const sent = await demonstration();
    const twin = await demonstration();
    expect(crossed(sent).answer).toEqual(twin);
  });

  test('names the same ships, ports and silences wherever it names them', async () => {
    const { analysis, vessels, ports } = crossed(await demonstration()).answer;
    const events = [...analysis.calls, ...analysis.silences, ...analysis.openSilences, ...analysis.findings];
    expect(events.length).toBeGreaterThan(50);
    for (const { vessel } of events) expect(vessels[vessel.index]).toBe(vessel);
    for (const { port } of [...analysis.calls, ...analysis.darkCalls]) expect(ports).toContain(port);
    for (const { silence } of analysis.darkCalls) expect(analysis.silences).toContain(silence);
  });

  test('ports that the method gave another radius are one object each as well', async () => {
    const { analysis, ports } = crossed(await demonstration(5)).answer;
    const named = analysis.darkCalls.map(({ port }) => port);
    expect(named.some(port => !ports.includes(port))).toBe(true);
    expect(new Set(named).size).toBe(new Set(named.map(({ id }) => id)).size);
    expect(named.some(({ radiusM }) => radiusM === 5000)).toBe(true);
  });

  test('no part holds more than a few hundred records, however many ships and claims there are', async () => {
    const answer = await demonstration();
    const [first] = answer.vessels;
    const claim = first!.claims[0]!;
    const vessels = Array.from({ length: 5000 }, (_, index) => ({
      ...first!,
      index,
      claims: Array.from({ length: 12 }, (__, i) => ({ ...claim, value: `NAME ${index} ${i}` })),
    }));
    const { parts, answer: came } = crossed({ ...answer, vessels });
    expect(came.vessels[4999]!.claims[11]!.value).toBe('NAME 4999 11');
    for (const part of parts) {
      const longest = Math.max(
        0,
        ...Object.values(part).map(value => (Array.isArray(value) ? value.length : 0)),
      );
      expect(longest).toBeLessThanOrEqual(part.kind === 'claim values' ? 5000 : 250);
    }
  });
});

test('claims come out of their columns as they went in', () => {
  const seed = 31;
  const random = seededRandom(seed);
  const vessels = Array.from({ length: 40 }, (_, index) => ({
    index,
    claims: Array.from({ length: Math.floor(random() * 9) }, () => ({
      field: STATIC_FIELDS[Math.floor(random() * STATIC_FIELDS.length)]!,
      value: random() < 0.5 ? Math.floor(random() * 5) : `V${Math.floor(random() * 5)}`,
      from: Math.floor(random() * 1e12),
      to: Math.floor(random() * 1e12),
      reports: Math.floor(random() * 1e6),
      source: Math.floor(random() * 60_000),
      row: Math.floor(random() * 4e9),
    })),
  })) as unknown as Vessel[];
  const { claims, values } = packClaims(vessels);
  expect(new Set(values).size).toBe(values.length);
  for (const { index, claims: own } of vessels)
    expect(unpackClaims(claims, values, index), `seed ${seed}, ship ${index}`).toEqual(own);
});
