import type { Call } from '../ports/index.ts';
import { type DesignationAt, isInForce } from '../sanctions/index.ts';
import { formatDuration } from '../time/index.ts';
import { vesselLabel } from '../vessel/index.ts';
import type { Evidence } from './evidence.ts';
import type { Claim, Finding, RuleId, Severity, Statement } from './finding.ts';
import { authoritiesInForce, callTimes, portText } from './wording.ts';

/** A call at a DPRK port: critical if the ship was listed at that hour, an alert for any other ship. */
export function dprkCalls(evidence: Evidence): Finding[] {
  return staysAt(evidence, 'KP').map(({ call, designations }) => {
    const listed = designations.some(isInForce);
    return callFinding(
      call,
      designations,
      listed ? 'dprk-call-designated' : 'dprk-call',
      listed ? 'critical' : 'alert',
    );
  });
}

/** A listed ship at a Russian port of concern, or at an occupied one under Russian control. */
export function ruCallsDesignated(evidence: Evidence): Finding[] {
  return staysAt(evidence, 'RU')
    .filter(({ call, designations }) => call.port.concern && designations.some(isInForce))
    .map(({ call, designations }) => callFinding(call, designations, 'ru-call-designated', 'alert'));
}

/** Entry into a South Korean port by a ship on Seoul's list: such a ship needs leave to enter. */
export function krEntriesDesignated(evidence: Evidence): Finding[] {
  return staysAt(evidence, 'KR')
    .filter(({ designations }) =>
      designations.some(item => isInForce(item) && item.designation.authority === 'KR'),
    )
    .map(({ call, designations }) => callFinding(call, designations, 'kr-entry-designated', 'critical'));
}

/** Calls in ports of a country, or under its control, with the ship's listings at arrival. Passages are left out. */
function staysAt(
  evidence: Evidence,
  country: string,
): { call: Call; designations: readonly DesignationAt[] }[] {
  return evidence.calls
    .filter(
      ({ port, confidence }) => confidence > 1 && (port.country === country || port.controlledBy === country),
    )
    .map(call => ({ call, designations: evidence.designationsAt(call.vessel, call.arrival.before!) }));
}

function callFinding(
  call: Call,
  designations: readonly DesignationAt[],
  rule: RuleId,
  severity: Severity,
): Finding {
  const claim: Claim = call.reconstructed
    ? 'reconstructed'
    : call.support === 'gap'
      ? 'inferred'
      : 'observed';
  const listed = authoritiesInForce(designations);
  const verb = call.support === 'gap' ? 'was in the port area of' : 'called at';
  return {
    id: `finding/${rule}/${call.id.slice('call/'.length)}`,
    rule,
    severity,
    claim,
    reconstructed: call.reconstructed,
    vessel: call.vessel,
    port: call.port,
    at: call.arrival.before!,
    from: call.arrival.before!,
    to: call.departure.before ?? call.departure.after!,
    events: [call.id],
    designations,
    text: `${vesselLabel(call.vessel)} ${verb} ${portText(call.port)}${listed ? ` while listed by ${listed}` : ''}: ${callTimes(call)}.`,
    statements: statementsOf(call, claim),
    sightings: [],
    receipts: call.receipts,
  };
}

function statementsOf(call: Call, claim: Claim): Statement[] {
  const shown: Claim = call.reconstructed ? 'reconstructed' : 'observed';
  const times: Statement = { claim: shown, text: sentence(callTimes(call)) };
  if (call.support === 'gap') {
    const stay = `It fell silent in the port area for ${formatDuration(call.longestGapMs)}; that it stayed is worked out, not seen.`;
    return [times, { claim: call.reconstructed ? claim : 'inferred', text: stay }];
  }
  const berth =
    call.berth === 'unknown'
      ? []
      : [{ claim: shown, text: `It reported itself ${BERTH_WORDS[call.berth]}.` }];
  return [times, ...berth];
}

const BERTH_WORDS = { alongside: 'moored', anchored: 'at anchor' } as const;

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
