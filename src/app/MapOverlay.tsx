import { useEffect, useRef } from 'react';
import type { ChartMap, RawFixesState } from '../map/index.ts';
import { Icon } from '../panels/parts/Icon.tsx';
import { RawFixesLegend } from './RawFixesLegend.tsx';

interface MapOverlayProps {
  readonly chart: ChartMap;
  readonly title: string;
  readonly lines: readonly string[];
  /** What of the raw fixes is on the chart; null where they are not shown. */
  readonly fixes: RawFixesState | null;
}

/** Title block, legend and buttons on the chart, whose own words keep clear of them. */
export function MapOverlay({ chart, title, lines, fixes }: MapOverlayProps) {
  const block = useRef<HTMLDivElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  const legend = useRef<HTMLDivElement>(null);
  const withLegend = fixes !== null;
  useEffect(() => {
    const covers = [block.current, tools.current, withLegend ? legend.current : null].filter(
      element => element !== null,
    );
    const tell = (): void => {
      chart.setCovered(
        covers.map(({ offsetLeft, offsetTop, offsetWidth, offsetHeight }) => ({
          x: offsetLeft,
          y: offsetTop,
          width: offsetWidth,
          height: offsetHeight,
        })),
      );
    };
    const observer = new ResizeObserver(tell);
    for (const element of covers) observer.observe(element);
    return () => observer.disconnect();
  }, [chart, withLegend]);
  return (
    <>
      <div className="map-title" ref={block}>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {lines.map(line => (
          <p key={line}>{line}</p>
        ))}
        <p className="map-title-datum">Mercator, WGS 84. Depths in metres.</p>
      </div>
      {fixes && <RawFixesLegend ref={legend} state={fixes} />}
      <div className="map-tools" ref={tools}>
        <button type="button" className="icon-button" aria-label="Zoom in" onClick={() => chart.zoomIn()}>
          <Icon name="plus" />
        </button>
        <button type="button" className="icon-button" aria-label="Zoom out" onClick={() => chart.zoomOut()}>
          <Icon name="minus" />
        </button>
      </div>
    </>
  );
}
