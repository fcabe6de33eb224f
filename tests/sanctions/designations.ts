import type { Designation, DesignationList, Subject } from '../../src/core/sanctions/index.ts';

const NO_SUBJECT: Subject = {
  kind: 'vessel',
  names: [],
  imo: 0,
  companyImo: 0,
  mmsi: 0,
  callSign: '',
  flag: '',
  vesselType: '',
  owners: [],
};

/** A designation of a ship that says nothing but what is given. */
export function designation(given: Partial<Designation>, subject: Partial<Subject> = {}): Designation {
  return {
    id: 'list:1',
    list: 'list',
    entry: '1',
    line: 2,
    authority: 'US',
    programme: '',
    instrument: '',
    subject: { ...NO_SUBJECT, ...subject },
    announced: null,
    effective: null,
    ended: null,
    verified: true,
    datedBy: null,
    source: 'Federal Gazette',
    note: '',
    ...given,
  };
}

export function listOf(
  kind: DesignationList['kind'],
  ...designations: readonly Designation[]
): DesignationList {
  const vessels = designations.filter(({ subject }) => subject.kind === 'vessel').length;
  return { id: kind, title: kind, authority: 'US', edition: '', sha256: '', kind, designations, vessels };
}
