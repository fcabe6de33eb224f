import { expect, test } from 'vitest';
import { shipStateAt, shipStateText } from '../../src/panels/parts/ship-state.ts';
import { at, IMO, smallCase } from './small-case.ts';

const data = smallCase();
const vessel = data.vessels.find(({ imo }) => imo === IMO)!;

test.each([
  ['2024-03-09T11:59Z', 'not heard yet'],
  ['2024-03-09T12:00Z', 'heard, 8.0 kn'],
  ['2024-03-09T12:09Z', 'heard, 8.0 kn'],
  ['2024-03-09T18:00Z', 'heard, 8.0 kn'],
  ['2024-03-09T18:01Z', 'silent 1 m'],
  ['2024-03-12T11:59Z', 'silent 65 h 59 m'],
  ['2024-03-12T12:00Z', 'heard, 8.0 kn'],
  ['2024-03-14T09:59Z', 'heard, 10.0 kn'],
  ['2024-03-14T10:00Z', 'silent 6 h'],
])('at %s the ship is %s', (time, text) => {
  expect(shipStateText(shipStateAt(data, vessel, at(time)), at(time))).toBe(text);
});
