export { type Analysis, type AnalysisContext, analyse, identityOf } from './analyse.ts';
export { darkCallInstant } from './dark-calls.ts';
export {
  type Claim,
  type Finding,
  type LegalBasis,
  type RuleId,
  SEVERITIES,
  type Severity,
  type Statement,
} from './finding.ts';
export {
  type CallRules,
  DEFAULT_METHOD,
  DEFAULT_PARAMETERS,
  isParameterName,
  type Method,
  type ParameterName,
  type Parameters,
  withParameters,
} from './method.ts';
export { RULES, type Rule } from './rules.ts';
export { betweenDays, instantText, portText, sightingDays } from './wording.ts';
