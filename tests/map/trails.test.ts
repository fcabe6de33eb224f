import { describe, expect, test } from 'vitest';
import { PALETTES } from '../../src/map/palette.ts';
import type { TrailOptions } from '../../src/map/scene.ts';
import { buildSegments, segmentRange } from '../../src/map/segments.ts';
import { chooseTrail, serves } from '../../src/map/trail-choice.ts';
import {
  atClockProps,
  colourNumber,
  otherTimesProps,
  type TrailLayerProps,
  trailColours,
} from '../../src/map/trail-layers.ts';
import { atOnce, randomTracks, tracksOf } from './made-up-tracks.ts';

const TRAIL: TrailOptions = { fromMs: 500, toMs: 2500, lengthMs: 700, colourBy: 'ship' };
const WORLD = { west: -180, south: -80, east: 180, north: 80 };

describe('what of the tracks is drawn', () => {
  const tracks = randomTracks(21, 40, 300);

  test('all of it where it is little, whatever the view', () => {
    const here = { west: 10, south: 10, east: 11, north: 11 };
    const choice = chooseTrail(tracks, here, 12, TRAIL);
    expect(choice).toMatchObject({ level: -1, box: null, fromMs: -Infinity, toMs: Infinity });
    expect(choice.vessels).toHaveLength(40);
    expect(serves(choice, WORLD, 13, { ...TRAIL, toMs: 1e12 })).toBe(true);
    expect(serves(choice, here, 9, TRAIL)).toBe(false);
  });

  test('farther out there are fewer fixes', () => {
    const fixes = (zoom: number): number => {
      const { level } = chooseTrail(tracks, WORLD, zoom, TRAIL);
      return level < 0 ? tracks.t.length : tracks.levels[level]!.rows.length;
    };
    expect(fixes(3)).toBeLessThan(fixes(12));
  });

  test('where it is much, the ships around the view', () => {
    for (const lon of [-150, 0, 100, 179.9]) {
      const view = { west: lon - 5, south: -30, east: lon + 5, north: 30 };
      const { vessels, box } = chooseTrail(tracks, view, 12, TRAIL, 100);
      expect(box).toEqual({ west: lon - 10, south: -60, east: lon + 10, north: 60 });
      for (let vessel = 0; vessel < 40; vessel++) {
        const rows = Array.from({ length: 300 }, (_, i) => tracks.starts[vessel]! + i);
        const isSeen = rows.some(
          row =>
            Math.abs(tracks.lat[row]!) <= 30 && Math.abs(((tracks.lon[row]! - lon + 540) % 360) - 180) <= 5,
        );
        if (isSeen) expect(vessels, `ship ${vessel} around ${lon}`).toContain(vessel);
      }
      expect(vessels.length).toBeLessThan(40);
    }
  });

  test('and a coarser level where these are still too many', () => {
    const whole = chooseTrail(tracks, WORLD, 12, TRAIL, 11_999);
    expect(whole.box).not.toBeNull();
    expect(chooseTrail(tracks, WORLD, 12, TRAIL, 10).level).toBe(tracks.levels.length - 1);
    expect(chooseTrail(tracks, WORLD, 12, { ...TRAIL, fromMs: 0, toMs: 1 }, 11_999).level).toBe(-1);
  });

  test('a choice serves as long as the view and the time stay in its margins', () => {
    const view = { west: 175, south: -10, east: 185, north: 10 };
    const choice = chooseTrail(tracks, view, 12, TRAIL, 100);
    const moved = (byDeg: number) => ({ ...view, west: view.west + byDeg, east: view.east + byDeg });
    expect(serves(choice, moved(4.9), 12, TRAIL)).toBe(true);
    expect(serves(choice, moved(4.9 - 360), 12, TRAIL)).toBe(true);
    expect(serves(choice, moved(5.1), 12, TRAIL)).toBe(false);
    expect(serves(choice, moved(-5.1), 12, TRAIL)).toBe(false);
    expect(serves(choice, view, 12, { ...TRAIL, toMs: 3500 })).toBe(true);
    expect(serves(choice, view, 12, { ...TRAIL, toMs: 3501 })).toBe(false);
  });

  test('a ship without a usable fix is not around any view', () => {
    const faulty = tracksOf([[{ t: 0, lon: 5, lat: 5, verdict: 3 }], [{ t: 0, lon: 5, lat: 5 }]]);
    const view = { west: 0, south: 0, east: 10, north: 10 };
    expect([...chooseTrail(faulty, view, 12, TRAIL, 0).vessels]).toEqual([1]);
  });
});

describe('trail layers', () => {
  const tracks = randomTracks(21, 6, 50);
  const choice = chooseTrail(tracks, WORLD, 9, TRAIL);
  const segments = atOnce(buildSegments(tracks, choice, new Uint8Array(6)));
  const colours = trailColours(PALETTES.night, 'night');
  const drawn = ({ fromMs, toMs }: TrailLayerProps) => segmentRange(segments, fromMs, toMs);

  test('a tick of the clock changes two numbers and no buffer', () => {
    const one = atClockProps(segments, colours, TRAIL, 1500);
    const other = atClockProps(segments, colours, TRAIL, 2200);
    expect(other.segments).toBe(one.segments);
    expect(other.colours).toBe(one.colours);
    expect(drawn(other)).not.toEqual(drawn(one));
    expect(otherTimesProps(segments, colours, TRAIL)).toEqual(otherTimesProps(segments, colours, TRAIL));
  });

  test('the trail at the clock reaches back its length and not before the stretch of time', () => {
    const all = otherTimesProps(segments, colours, TRAIL);
    expect(drawn(atClockProps(segments, colours, { ...TRAIL, lengthMs: 1e9 }, 2500))).toEqual(drawn(all));
    expect(drawn(atClockProps(segments, colours, TRAIL, 400)).count).toBe(0);
  });

  test('coloured by speed there is one trail', () => {
    const bySpeed: TrailOptions = { ...TRAIL, colourBy: 'speed' };
    expect(drawn(atClockProps(segments, colours, bySpeed, 2000)).count).toBe(0);
    expect(otherTimesProps(segments, colours, bySpeed)).toMatchObject({ colourBy: 'speed', widthPx: 2.25 });
  });

  test('ships have the colour of their hue, and one more for those without', () => {
    expect([0, 3, 4, null].map(colourNumber)).toEqual([0, 3, 0, 4]);
    expect(colours.ships).toHaveLength(5);
    expect(colours.shipsOtherTimes).toHaveLength(5);
  });
});
