import { describe, expect, test } from 'vitest';
import { receiptLines } from '../../src/panels/inspector/receipt-lines.ts';
import { IMO, smallCase } from './small-case.ts';

const { store, vessels, analysis } = smallCase();
const vessel = vessels.find(({ imo }) => imo === IMO)!;

describe('lines under a receipt', () => {
  test('are those of its ship alone, though other ships have rows between them', () => {
    const [call] = analysis.calls.filter(other => other.vessel.imo === IMO);
    const [receipt] = call!.receipts;
    const { lines } = receiptLines(store, vessel, receipt!);
    expect(lines).toHaveLength(receipt!.rows);
    expect(lines[0]).toBe(receipt!.first);
    expect(lines.at(-1)).toBe(receipt!.last);
    expect(lines.every(line => line % 2 === 0)).toBe(true);
  });

  test('of many the first two and the last two are the ends', () => {
    const { lines, ends } = receiptLines(store, vessel, { input: 0, first: 2, last: 20, rows: 10 });
    expect(lines).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
    expect(ends).toEqual([2, 4, 18, 20]);
  });

  test('of four and fewer all are', () => {
    expect(receiptLines(store, vessel, { input: 0, first: 2, last: 8, rows: 4 }).ends).toEqual([2, 4, 6, 8]);
  });

  test('rows of another input are none of them', () => {
    expect(receiptLines(store, vessel, { input: 1, first: 2, last: 8, rows: 4 }).lines).toEqual([]);
  });
});
