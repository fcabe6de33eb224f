import { dprkCalls, krEntriesDesignated, ruCallsDesignated } from './calls.ts';
import { dprkDarkCalls, silencesListed } from './dark-calls.ts';
import type { Evidence } from './evidence.ts';
import { compareFindings, type Finding, type LegalBasis, type RuleId, type Severity } from './finding.ts';
import { dprkRuShuttles } from './shuttle.ts';

/** A rule as data: what it is called, what it rests on, what it needs, and the severities it gives. */
export interface Rule {
  readonly id: RuleId;
  readonly title: string;
  readonly severities: readonly Severity[];
  readonly basis: readonly LegalBasis[];
  readonly needs: string;
}

const OWN_INSTRUMENT: LegalBasis = {
  text: 'The instrument of each listing in force at that hour, named beside it.',
  since: null,
};

/** The rules of the method, worst first. */
export const RULES: readonly Rule[] = [
  {
    id: 'dprk-call-designated',
    title: 'Listed ship at a DPRK port',
    severities: ['critical'],
    basis: [OWN_INSTRUMENT],
    needs: 'A call at a DPRK port by a ship that some authority had listed, in force when it arrived.',
  },
  {
    id: 'dprk-ru-shuttle',
    title: 'Shuttle between the DPRK and Russia',
    severities: ['critical'],
    basis: [OWN_INSTRUMENT],
    needs:
      'A DPRK call and then a call at a Russian port of concern within 30 days, each observed or dark; a dark one must be consistent or supported.',
  },
  {
    id: 'kr-entry-designated',
    title: "Ship on Seoul's list in a South Korean port",
    severities: ['critical'],
    basis: [
      {
        text: 'Republic of Korea, autonomous DPRK sanctions: a ship so listed needs leave to enter a Korean port (LADY R, ANGARA from 3 April 2024).',
        since: '2024-04-03',
      },
    ],
    needs: "A call at a South Korean port by a ship on South Korea's list, from the date of effect.",
  },
  {
    id: 'dprk-call',
    title: 'Ship at a DPRK port',
    severities: ['alert'],
    basis: [
      {
        text: 'Republic of Korea: no entry for ships that called in the DPRK in the last 180 days.',
        since: '2016-03-08',
      },
      { text: 'Japan: no entry for ships that called in the DPRK.', since: '2016-02-19' },
    ],
    needs: 'A call at a DPRK port by any ship that was not listed at that hour.',
  },
  {
    id: 'dprk-dark-call',
    title: 'Room for a DPRK call in a silence',
    severities: ['alert', 'watch'],
    basis: [OWN_INSTRUMENT],
    needs:
      'A silence that leaves time to reach a DPRK port, stay six hours and be where the ship was next heard. Watch if merely possible.',
  },
  {
    id: 'ru-call-designated',
    title: 'Listed ship at a Russian port of concern',
    severities: ['alert'],
    basis: [OWN_INSTRUMENT],
    needs:
      'A call at a Russian port of concern by a ship that some authority had listed, in force when it arrived.',
  },
  {
    id: 'silence-listed',
    title: 'Silence of a listed ship',
    severities: ['info'],
    basis: [OWN_INSTRUMENT],
    needs: 'A silence of a ship listed when it began, that leaves no room for a DPRK call.',
  },
];

const FINDERS: readonly ((evidence: Evidence) => Finding[])[] = [
  dprkCalls,
  dprkRuShuttles,
  krEntriesDesignated,
  dprkDarkCalls,
  ruCallsDesignated,
  silencesListed,
];

/** Applies all rules; worst first. */
export function findFindings(evidence: Evidence): Finding[] {
  return FINDERS.flatMap(find => find(evidence)).sort(compareFindings);
}
