import { describe, expect, test } from 'vitest';
import { Clock, SPEED_STEPS } from '../../src/state/clock.ts';

function clockOf(from: number, to: number): Clock {
  const clock = new Clock();
  clock.setRange(from, to);
  return clock;
}

describe('the range', () => {
  test.each([
    [1000, 1000],
    [1500, 1500],
    [2000, 2000],
    [999, 1000],
    [2001, 2000],
    [Number.NEGATIVE_INFINITY, 1000],
    [Number.POSITIVE_INFINITY, 2000],
  ])('set to %d the time is %d', (time, expected) => {
    const clock = clockOf(1000, 2000);
    clock.set(time);
    expect(clock.time).toBe(expected);
  });

  test('NaN is not moved to, and tells nobody', () => {
    const clock = clockOf(1000, 2000);
    clock.set(1234);
    let told = 0;
    clock.subscribe(() => told++);
    clock.set(Number.NaN);
    expect([clock.time, told]).toEqual([1234, 0]);
  });

  test('a new range moves the time into it', () => {
    const clock = clockOf(1000, 2000);
    clock.set(1900);
    clock.setRange(0, 1500);
    expect(clock.time).toBe(1500);
    clock.setRange(1600, 1700);
    expect(clock.time).toBe(1600);
  });

  test('a range that ends before it starts is its start alone', () => {
    const clock = clockOf(2000, 1000);
    clock.set(1500);
    expect(clock.time).toBe(2000);
  });

  test.each([
    [Number.NaN, 5],
    [5, Number.NaN],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ])('a range from %d to %d is not taken', (from, to) => {
    const clock = clockOf(1000, 2000);
    clock.setRange(from, to);
    clock.set(9999);
    expect(clock.time).toBe(2000);
  });

  test('steps stop at its ends', () => {
    const clock = clockOf(1000, 2000);
    clock.step(600);
    expect(clock.time).toBe(1600);
    clock.step(600);
    expect(clock.time).toBe(2000);
    clock.step(-9999);
    expect(clock.time).toBe(1000);
  });
});

describe('a tick', () => {
  test('moves the time by the wall clock times the speed, from the second frame on', () => {
    const clock = clockOf(0, 1e9);
    clock.setSpeed(600);
    clock.setPlaying(true);
    clock.tick(5000);
    expect(clock.time).toBe(0);
    clock.tick(5016);
    expect(clock.time).toBe(16 * 600);
    clock.tick(5033);
    expect(clock.time).toBe(33 * 600);
  });

  test('counts a pause of the page for a quarter second at most', () => {
    const clock = clockOf(0, 1e9);
    clock.setSpeed(1);
    clock.setPlaying(true);
    clock.tick(0);
    clock.tick(60_000);
    expect(clock.time).toBe(250);
  });

  test('does not go back when the wall clock does, and goes on from there', () => {
    const clock = clockOf(0, 1e9);
    clock.setSpeed(1);
    clock.setPlaying(true);
    clock.tick(1000);
    clock.tick(1100);
    clock.tick(900);
    expect(clock.time).toBe(100);
    clock.tick(950);
    expect(clock.time).toBe(150);
  });

  test('without a time does nothing', () => {
    const clock = clockOf(0, 1000);
    clock.setPlaying(true);
    clock.tick(0);
    clock.tick(Number.NaN);
    expect(clock.reading).toMatchObject({ time: 0, playing: true });
  });

  test('does nothing and tells nobody while the clock stands', () => {
    const clock = clockOf(0, 1000);
    let told = 0;
    clock.subscribe(() => told++);
    clock.tick(0);
    clock.tick(200);
    expect([clock.time, told]).toEqual([0, 0]);
  });

  test('a stop in between is not made up for', () => {
    const clock = clockOf(0, 1e9);
    clock.setSpeed(1);
    clock.setPlaying(true);
    clock.tick(0);
    clock.setPlaying(false);
    clock.setPlaying(true);
    clock.tick(200);
    expect(clock.time).toBe(0);
  });
});

describe('the end', () => {
  test('stops the clock, and play from there begins again', () => {
    const clock = clockOf(1000, 2000);
    clock.setSpeed(10);
    clock.set(1900);
    clock.setPlaying(true);
    clock.tick(0);
    clock.tick(100);
    expect(clock.reading).toMatchObject({ time: 2000, playing: false });
    clock.setPlaying(true);
    expect(clock.reading).toMatchObject({ time: 1000, playing: true });
  });

  test('begins again by itself where the clock loops', () => {
    const clock = clockOf(1000, 2000);
    clock.setSpeed(10);
    clock.setLoop(true);
    clock.set(1900);
    clock.setPlaying(true);
    clock.tick(0);
    clock.tick(100);
    expect(clock.reading).toMatchObject({ time: 1000, playing: true, loop: true });
  });

  test('a range without length plays and stops without harm', () => {
    const clock = clockOf(1000, 1000);
    clock.setPlaying(true);
    clock.tick(0);
    expect(clock.reading).toMatchObject({ time: 1000, playing: false });
  });
});

describe('the speed', () => {
  test.each([
    [60, 60],
    [0, 1],
    [-5, 1],
    [0.5, 1],
    [1e9, 86_400],
  ])('set to %d is %d', (speed, expected) => {
    const clock = new Clock();
    clock.setSpeed(speed);
    expect(clock.reading.speed).toBe(expected);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is not taken', speed => {
    const clock = new Clock();
    clock.setSpeed(77);
    clock.setSpeed(speed);
    expect(clock.reading.speed).toBe(77);
  });

  test('steps through the row up and down and stays at its ends', () => {
    const clock = new Clock();
    clock.setSpeed(1);
    const up = SPEED_STEPS.map(() => {
      clock.shiftSpeed(1);
      return clock.reading.speed;
    });
    expect(up).toEqual([...SPEED_STEPS.slice(1), 86_400]);
    const down = SPEED_STEPS.map(() => {
      clock.shiftSpeed(-1);
      return clock.reading.speed;
    });
    expect(down).toEqual([...SPEED_STEPS.toReversed().slice(1), 1]);
  });

  test('between two steps goes to the next one either way', () => {
    const clock = new Clock();
    clock.setSpeed(100);
    clock.shiftSpeed(1);
    expect(clock.reading.speed).toBe(300);
    clock.setSpeed(100);
    clock.shiftSpeed(-1);
    expect(clock.reading.speed).toBe(60);
  });
});

test('a reading is the same object until something changes', () => {
  const clock = clockOf(0, 1000);
  const { reading } = clock;
  expect(clock.reading).toBe(reading);
  clock.set(5);
  expect(clock.reading).not.toBe(reading);
  expect(reading.time).toBe(0);
});

test('listeners are told of each change until they stop listening', () => {
  const clock = clockOf(0, 1000);
  let told = 0;
  const stop = clock.subscribe(() => told++);
  clock.set(1);
  clock.setSpeed(2);
  clock.setPlaying(true);
  clock.setLoop(true);
  stop();
  clock.set(2);
  expect(told).toBe(4);
});
