import '@fontsource-variable/inter';
import nearUrl from '../../public/chart/near.json?url';
import { circleAround, createChartMap, reachPolygon, type ThemeName } from '../../src/map/index.ts';
import { crowd, madeUpScene } from './made-up-scene.ts';

/**
 * Shows the map alone. Query: theme, lon, lat, zoom, time (ISO), by (ship or speed), chosen (0 for nothing chosen),
 * ships and rows (a crowd instead of the four ships).
 * `window.chart` holds the map; the title says `ready` once the chart is drawn.
 */
const query = new URLSearchParams(location.search);
const number = (key: string, otherwise: number): number => Number(query.get(key) ?? otherwise);
const clockMs = Date.parse(query.get('time') ?? '2024-03-12T08:29:43Z');
const madeUp = madeUpScene();
const scene = query.has('ships') ? crowd(number('ships', 100), number('rows', 1000)) : madeUp;
const silence = madeUp.silences.find(({ vessel }) => vessel === 0)!;

const chart = createChartMap(document.querySelector<HTMLElement>('#map')!, {
  theme: (query.get('theme') ?? 'night') as ThemeName,
  camera: {
    lon: number('lon', 131.34),
    lat: number('lat', 42.26),
    zoom: number('zoom', 6.93),
    bearingDeg: number('bearing', 0),
  },
  chartUrl: nearUrl.replace('near.json', ''),
  onReady: () => {
    document.title = 'ready';
  },
  onPick: pick => {
    document.body.dataset.pick = JSON.stringify(pick);
  },
  onHover: hover => {
    document.body.dataset.hover = JSON.stringify(hover);
  },
  onFailure: failure => {
    document.title = `failed: ${failure.kind} ${failure.detail}`;
  },
});
Object.assign(window, { chart });

chart.setScene(scene);
chart.setTrail({
  fromMs: Date.parse('2024-03-08T00:00:00Z'),
  toMs: Date.parse('2024-03-16T00:00:00Z'),
  lengthMs: 96 * 3_600_000,
  colourBy: query.get('by') === 'speed' ? 'speed' : 'ship',
});
chart.setTime(clockMs);
if (query.get('chosen') !== '0') {
  chart.setSelection({ portId: 'KPRJN', vessel: null, silenceId: silence.id });
  const speedKn = 13.9;
  const rings = reachPolygon(silence.a, silence.b!, silence.fromMs, silence.toMs, clockMs, speedKn);
  chart.setReach(
    rings && {
      rings,
      edgeLabel: 'reach at the clock, 8 h 37 m before the next report',
      lines: [
        {
          kind: 'arrival',
          points: circleAround(silence.a[0], silence.a[1], 84.4 * 1852),
          label: 'earliest arrival, 6 h 04 m after last report',
        },
        {
          kind: 'run',
          points: [silence.a, [130.72, 42.22], [130.45, 42.17], [130.32, 42.2]],
          label: '84.4 nm over water',
        },
        {
          kind: 'run',
          points: [silence.b!, [131, 42.16], [130.45, 42.16], [130.32, 42.2]],
          label: '119.8 nm over water',
        },
      ],
    },
  );
}
if (query.get('covered') !== '0') chart.setCovered([{ x: 24, y: 24, width: 290, height: 110 }]);
if (query.has('vessel')) chart.setSelection({ portId: null, vessel: number('vessel', 0), silenceId: null });
