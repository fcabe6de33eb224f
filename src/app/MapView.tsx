import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { HOUR_MS } from '../core/time/index.ts';
import {
  type ChartMap,
  createChartMap,
  type Hover,
  type MapFailure,
  type Pick,
  type RawFixesState,
  type Scene,
} from '../map/index.ts';
import type { CaseData } from '../state/case-data.ts';
import { useSelect, useWorkbench } from '../state/hooks.ts';
import { type ReportSelection, reportSelection, rowOfReport } from '../state/reports.ts';
import { selectedFinding } from '../state/selectors.ts';
import type { State } from '../state/store.ts';
import { FixLabel } from './FixLabel.tsx';
import { MapOverlay } from './MapOverlay.tsx';
import { MapStrip } from './MapStrip.tsx';
import { reachAt, sceneOf, seenText, silenceOf, titleOf } from './scene.ts';
import { useTheme } from './theme.ts';
import './map-view.css';

/** The thick trail reaches so far back from the clock. */
const TRAIL_MS = 24 * HOUR_MS;
const FIRST_CAMERA = { lon: 131.5, lat: 42.4, zoom: 6.6, bearingDeg: 0 };

/** The one place where React and the chart meet. */
export function MapView() {
  const { store, clock, session } = useWorkbench();
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ChartMap | null>(null);
  const [failure, setFailure] = useState<MapFailure | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const [fixes, setFixes] = useState<RawFixesState | null>(null);
  const [ready, setReady] = useState(false);
  const theme = useTheme();
  const data = useSelect(state => state.data);
  const finding = useSelect(selectedFinding);

  /** The case that each scene was made of, and the one whose scene is on the chart: a new one takes a while to come. */
  const caseOf = useRef(new WeakMap<Scene, CaseData>());
  const [onChart, setOnChart] = useState<CaseData | null>(null);
  const choose = useEffectEvent((pick: Pick | null): void => {
    if (!pick || !onChart) return;
    if (pick.kind === 'port') session.openPort(pick.portId);
    else if (pick.kind === 'report' && store.state.rawFixes)
      store.dispatch({ type: 'select', selection: reportSelection(onChart, pick.row) });
    else session.openVessel(onChart.vessels[pick.vessel]!.id);
  });

  useEffect(() => {
    const place = box.current;
    if (!place) return;
    const made = createChartMap(place, {
      theme: 'night',
      camera: FIRST_CAMERA,
      chartUrl: `${import.meta.env.BASE_URL}chart/`,
      onPick: pick => choose(pick),
      onHover: setHover,
      onScene: shown => setOnChart(caseOf.current.get(shown) ?? null),
      onRawFixes: setFixes,
      onReady: () => setReady(true),
      onFailure: setFailure,
    });
    setChart(made);
    session.attachChart({
      getCamera: () => made.getCamera(),
      getSizePx: () => ({ width: place.clientWidth, height: place.clientHeight }),
      jumpTo: camera => made.jumpTo(camera),
      fit: target => made.fit(target),
    });
    return () => {
      session.attachChart(null);
      made.dispose();
      setChart(null);
    };
  }, [session]);

  useEffect(() => chart?.setTheme(theme), [chart, theme]);

  const scene = useMemo(() => data && sceneOf(data), [data]);
  useEffect(() => {
    if (!chart || !data || !scene) return;
    caseOf.current.set(scene, data);
    chart.setScene(scene);
  }, [chart, data, scene]);

  const window_ = useSelect(state => state.window);
  const trailBy = useSelect(state => state.trailBy);
  useEffect(() => {
    chart?.setTrail({ fromMs: window_.from, toMs: window_.to, lengthMs: TRAIL_MS, colourBy: trailBy });
  }, [chart, window_, trailBy]);

  const rawFixes = useSelect(state => state.rawFixes);
  useEffect(() => chart?.setRawFixes(rawFixes), [chart, rawFixes]);

  const selection = useSelect(state => state.selection);
  const silence = useMemo(() => (data ? silenceOf(data, finding) : null), [data, finding]);
  useEffect(() => {
    chart?.setSelection({
      portId: selection.kind === 'port' ? selection.id : (finding?.port?.id ?? null),
      portNote: data && finding ? seenText(data, finding) : '',
      vessel: session.chosenVessel()?.index ?? null,
      silenceId: silence?.id ?? null,
      row: data && selection.kind === 'report' ? chosenRow(data, selection) : null,
    });
  }, [chart, data, selection, finding, silence, session]);

  useEffect(() => {
    if (!chart) return;
    const follow = (): void => {
      chart.setTime(clock.time);
      chart.setReach(data && finding && silence ? reachAt(data, finding, silence, clock.time) : null);
      if (store.state.follow)
        centreOnChosen(chart, store.state, session.chosenVessel()?.index ?? null, clock.time);
    };
    follow();
    return clock.subscribe(follow);
  }, [chart, clock, data, finding, silence, session, store]);

  const title = data && titleOf(data, finding);
  return (
    <section className="map" aria-label="Chart">
      <div className="map-box" ref={box} data-ready={ready} />
      {chart && title && <MapOverlay chart={chart} title={title.title} lines={title.lines} fixes={fixes} />}
      {chart && onChart && hover?.pick?.kind === 'report' && (
        <FixLabel chart={chart} data={onChart} row={hover.pick.row} />
      )}
      {failure && <MapFault failure={failure} />}
      <MapStrip hover={hover} />
    </section>
  );
}

function chosenRow(data: CaseData, selection: ReportSelection): number | null {
  const row = rowOfReport(data, selection);
  return row < 0 ? null : row;
}

function centreOnChosen(map: ChartMap, { data }: State, vessel: number | null, time: number): void {
  if (!data || vessel === null) return;
  const place = data.placeAt(vessel, time);
  if (place) map.jumpTo({ lon: place[0], lat: place[1] });
}

function MapFault({ failure }: { failure: MapFailure }) {
  const words = {
    'no-webgl':
      'The chart can’t be drawn: this browser gives no WebGL 2. Lists, lanes and findings work without it.',
    'context-lost': 'The chart was lost: the graphics card gave up. Reload the page to have it back.',
    'chart-missing': 'Part of the chart could not be read. Ships and ports are drawn without it.',
  };
  return (
    <div className="map-fault" role="alert">
      <p>{words[failure.kind]}</p>
      <p className="map-fault-detail">{failure.detail}</p>
    </div>
  );
}
