import { sightingDays } from '../../core/findings/index.ts';
import { formatDate, formatDuration, formatMinute } from '../../core/time/index.ts';
import { vesselLabel } from '../../core/vessel/index.ts';
import type { LaneEvent } from './lanes.ts';
import type { Listing } from './listings.ts';
import { intervalText } from './span-text.ts';

/** What a mark says when it is pointed at: what it is, then when. */
export interface EventText {
  readonly title: string;
  readonly when: string;
}

/** An event of a lane in words, with the kind of support it has. */
export function eventText(event: LaneEvent): EventText {
  switch (event.kind) {
    case 'call': {
      const { call } = event;
      const claim = call.reconstructed ? 'reconstructed' : call.support === 'gap' ? 'inferred' : 'observed';
      return { title: `${call.port.name}, call, ${claim}`, when: utcInterval(event) };
    }
    case 'dark call': {
      const { port, level } = event.darkCall;
      return { title: `${port.name}, dark call, inferred, ${level}`, when: `room ${utcInterval(event)}` };
    }
    case 'silence':
      return { title: `Silent ${formatDuration(event.to - event.from)}`, when: utcInterval(event) };
    case 'open silence':
      return { title: 'Not heard again', when: `since ${formatMinute(event.from)}` };
    case 'sighting': {
      const { place, from, to } = event.sighting;
      return { title: `${place}, seen, reported`, when: `${sightingDays(from, to)} UTC` };
    }
  }
}

/** A listing day in words: `KR lists from 3 Apr 2024` and the ships that it concerns. */
export function listingEventText({ authority, at, vessels }: Listing): EventText {
  const named = vessels.slice(0, 4).map(vesselLabel).join(', ');
  const more = vessels.length > 4 ? ` and ${vessels.length - 4} more` : '';
  return { title: `${authority}, listed from ${formatDate(at)}`, when: `${named}${more}` };
}

function utcInterval({ from, to }: LaneEvent): string {
  return `${intervalText(from, to)} UTC`;
}
