import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/time/index.ts';
import { timeAt, xOf } from '../../src/panels/timeline/time-scale.ts';
import {
  clampSpan,
  LEAST_SPAN_MS,
  nextPage,
  panSpan,
  pinchSpan,
  resizeSpan,
  spanAround,
  zoomSpan,
} from '../../src/panels/timeline/zoom.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { at } from './case.ts';

const CASE = { from: at('2024-01-01'), to: at('2024-12-31') };
const MARCH = { from: at('2024-03-01'), to: at('2024-03-31') };

describe('a scale', () => {
  test('maps its ends to its edges and back', () => {
    const scale = { ...MARCH, widthPx: 900 };
    expect(xOf(scale, MARCH.from)).toBe(0);
    expect(xOf(scale, MARCH.to)).toBe(900);
    expect(xOf(scale, at('2024-03-16'))).toBe(450);
    expect(timeAt(scale, 450)).toBe(at('2024-03-16'));
  });
});

describe('zooming', () => {
  test('halves the span about its anchor', () => {
    const span = zoomSpan(MARCH, at('2024-03-11'), 0.5, CASE);
    expect(span.to - span.from).toBe(15 * DAY_MS);
    expect(span.from).toBe(at('2024-03-06'));
  });

  test('stops at ten minutes and leaves the anchor in place', () => {
    const anchor = at('2024-03-11 06:30');
    const span = zoomSpan(MARCH, anchor, 1e-9, CASE);
    expect(span.to - span.from).toBe(LEAST_SPAN_MS);
    const share = (anchor - MARCH.from) / (MARCH.to - MARCH.from);
    expect((anchor - span.from) / LEAST_SPAN_MS).toBeCloseTo(share, 6);
  });

  test('stops at the case', () => {
    expect(zoomSpan(MARCH, at('2024-03-11'), 1000, CASE)).toEqual(CASE);
  });

  test('keeps the anchor where it is, whatever the factor, unless the case ends', () => {
    const seed = 20_240_312;
    const random = seededRandom(seed);
    for (let i = 0; i < 2000; i++) {
      const from = CASE.from + random() * 200 * DAY_MS;
      const span = { from, to: from + HOUR_MS + random() * 60 * DAY_MS };
      const anchor = span.from + random() * (span.to - span.from);
      const zoomed = zoomSpan(span, anchor, 0.1 + random() * 3, CASE);
      const clamped = zoomed.from === CASE.from || zoomed.to >= CASE.to - 1;
      expect(zoomed.from, `seed ${seed}, run ${i}`).toBeGreaterThanOrEqual(CASE.from);
      if (clamped) continue;
      const before = xOf({ ...span, widthPx: 900 }, anchor);
      expect(xOf({ ...zoomed, widthPx: 900 }, anchor), `seed ${seed}, run ${i}`).toBeCloseTo(before, 3);
    }
  });
});

describe('moving', () => {
  test('pans, and stops at the ends of the case with its length kept', () => {
    expect(panSpan(MARCH, 2 * DAY_MS, CASE)).toEqual({ from: at('2024-03-03'), to: at('2024-04-02') });
    expect(panSpan(MARCH, -400 * DAY_MS, CASE)).toEqual({ from: CASE.from, to: at('2024-01-31') });
    expect(panSpan(MARCH, 400 * DAY_MS, CASE)).toEqual({ from: at('2024-12-01'), to: CASE.to });
  });

  test('an edge is dragged, and never past the other', () => {
    expect(resizeSpan(MARCH, 'from', at('2024-03-10'), CASE)).toEqual({
      from: at('2024-03-10'),
      to: MARCH.to,
    });
    expect(resizeSpan(MARCH, 'from', at('2024-06-01'), CASE).from).toBe(MARCH.to - LEAST_SPAN_MS);
    expect(resizeSpan(MARCH, 'to', at('2023-06-01'), CASE).to).toBe(MARCH.from + LEAST_SPAN_MS);
    expect(resizeSpan(MARCH, 'to', at('2029-06-01'), CASE).to).toBe(CASE.to);
  });

  test('two fingers hold the instants that they were put on', () => {
    const a = { t: at('2024-03-10'), share: 0.25 };
    const b = { t: at('2024-03-20'), share: 0.75 };
    const span = pinchSpan(a, b, CASE);
    expect(span).toEqual({ from: at('2024-03-05'), to: at('2024-03-25') });
    expect(pinchSpan(b, a, CASE)).toEqual(span);
  });

  test('fingers that meet or cross show no more than the case', () => {
    const span = pinchSpan({ t: at('2024-03-10'), share: 0.5 }, { t: at('2024-03-20'), share: 0.5 }, CASE);
    expect(span).toEqual(CASE);
  });

  test('an instant out of view is put in the middle, one in view moves nothing', () => {
    expect(spanAround(MARCH, at('2024-03-20'), CASE)).toBeNull();
    expect(spanAround(MARCH, at('2024-06-16'), CASE)).toEqual({
      from: at('2024-06-01'),
      to: at('2024-07-01'),
    });
  });

  test('a case of a single instant has a span to draw', () => {
    const instant = { from: CASE.from, to: CASE.from };
    expect(clampSpan(instant, instant)).toEqual({ from: CASE.from, to: CASE.from + LEAST_SPAN_MS });
  });
});

describe('turning the page', () => {
  test('when the clock runs out of view', () => {
    const page = nextPage(MARCH, at('2024-03-30 23:59'), at('2024-03-31 00:10'), CASE)!;
    expect(page.to - page.from).toBe(30 * DAY_MS);
    expect(page.from).toBeLessThan(at('2024-03-31'));
    expect(page.to).toBeGreaterThan(at('2024-04-28'));
  });

  test('back to the start when the replay begins again', () => {
    expect(nextPage(MARCH, at('2024-03-15'), CASE.from, CASE)!.from).toBe(CASE.from);
  });

  test('not while it is in view, and not for who looks elsewhere', () => {
    expect(nextPage(MARCH, at('2024-03-10'), at('2024-03-11'), CASE)).toBeNull();
    expect(nextPage(MARCH, at('2024-06-10'), at('2024-06-11'), CASE)).toBeNull();
  });
});
