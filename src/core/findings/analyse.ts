import {
  type DarkCall,
  findDarkCalls,
  findSilences,
  type OpenSilence,
  type Silence,
} from '../events/index.ts';
import {
  type Call,
  DEFAULT_PORT_RADIUS_M,
  findCalls,
  findGfwVisits,
  Gazetteer,
  type Sighting,
} from '../ports/index.ts';
import type { DesignationAt, DesignationIndex } from '../sanctions/index.ts';
import type { Instant } from '../time/index.ts';
import { type Fleet, judgeFixes } from '../track/index.ts';
import type { Vessel } from '../vessel/index.ts';
import type { Finding } from './finding.ts';
import { DEFAULT_PARAMETERS, type Method, type Parameters } from './method.ts';
import { findFindings } from './rules.ts';

/** What an analysis is made of, besides the fleet. */
export interface AnalysisContext {
  readonly gazetteer: Gazetteer;
  readonly designations: DesignationIndex;
  readonly sightings: readonly Sighting[];
  readonly method: Method;
  /** Feed that each input was cut from; without it each input is a feed of its own. */
  readonly feeds?: readonly number[];
}

/** Events and findings of a fleet. Calls in time order, findings worst first. */
export interface Analysis {
  readonly method: Method;
  readonly calls: readonly Call[];
  readonly silences: readonly Silence[];
  readonly openSilences: readonly OpenSilence[];
  readonly darkCalls: readonly DarkCall[];
  readonly findings: readonly Finding[];
}

/**
 * From reports to findings. Judges the fixes of the fleet in place, then finds calls, silences, dark calls and
 * what the rules say of them. Depends on nothing but its arguments.
 */
export function analyse(fleet: Fleet, context: AnalysisContext): Analysis {
  const { designations, sightings, method, feeds } = context;
  const { rules, parameters } = method;
  const gazetteer = withPortAreas(context.gazetteer, parameters);
  judgeFixes(fleet, parameters);
  const calls = rules === 'gfw' ? findGfwVisits(fleet, gazetteer) : findCalls(fleet, gazetteer, parameters);
  const { silences, open } = findSilences(fleet, parameters, feeds);
  const darkCalls = findDarkCalls(fleet, silences, gazetteer, sightings, parameters);
  const designationsAt = rememberDesignations(designations);
  const findings = findFindings({ calls, silences, darkCalls, store: fleet.store, designationsAt });
  return { method, calls, silences, openSilences: open, darkCalls, findings };
}

/** Gives ports without a radius of their own the method's. */
function withPortAreas(gazetteer: Gazetteer, { radiusKm, exitMarginKm }: Parameters): Gazetteer {
  const radiusM = radiusKm * 1000;
  if (radiusM === DEFAULT_PORT_RADIUS_M && exitMarginKm === DEFAULT_PARAMETERS.exitMarginKm) return gazetteer;
  const ports = gazetteer.ports.map(port =>
    port.radiusM === DEFAULT_PORT_RADIUS_M ? { ...port, radiusM } : port,
  );
  return new Gazetteer(ports, gazetteer.unplaced, exitMarginKm * 1000);
}

/** Identity that a ship is matched by. */
export function identityOf({ imo, mmsi, callSigns, names }: Vessel): {
  imo: number;
  mmsi: readonly number[];
  callSigns: readonly string[];
  names: readonly string[];
} {
  return { imo, mmsi, callSigns, names };
}

/** Several rules ask for the same ship and hour: each is looked up once. */
function rememberDesignations(
  index: DesignationIndex,
): (vessel: Vessel, at: Instant) => readonly DesignationAt[] {
  const known = new Map<string, readonly DesignationAt[]>();
  return (vessel, at) => {
    const key = `${vessel.id} ${at}`;
    const found = known.get(key) ?? index.designationsAt(identityOf(vessel), at);
    known.set(key, found);
    return found;
  };
}
