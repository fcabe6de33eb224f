import { formatDate } from '../time/index.ts';
import type { Designation, DesignationList } from './designation.ts';

/**
 * Designations of all lists, with the dates of notices laid over the entries they speak of. An entry of a list takes
 * `announced`, `effective` and `ended`, where it has none, from a verified notice of the same authority about the same IMO
 * number under the same programme (an empty programme fits all); its own dates stay. Such a notice is then not given
 * again. Notices without an entry, unverified ones and those without an IMO number stand alone.
 */
export function dateByNotices(lists: readonly DesignationList[]): Designation[] {
  const notices = new Map<string, Designation[]>();
  for (const notice of lists.filter(list => list.kind === 'notices').flatMap(list => list.designations)) {
    if (!notice.verified || notice.subject.imo === 0) continue;
    const key = noticeKey(notice);
    notices.set(key, [...(notices.get(key) ?? []), notice]);
  }
  const used = new Set<Designation>();
  const dated = lists.flatMap(({ kind, designations }) => {
    if (kind === 'notices') return designations;
    return designations.map(entry => {
      const notice = notices.get(noticeKey(entry))?.find(candidate => sameProgramme(candidate, entry));
      if (!notice) return entry;
      used.add(notice);
      return dateBy(entry, notice);
    });
  });
  return dated.filter(designation => !used.has(designation));
}

function noticeKey({ authority, subject }: Designation): string {
  return `${authority} ${subject.imo}`;
}

function sameProgramme(a: Designation, b: Designation): boolean {
  if (a.programme === '' || b.programme === '') return true;
  const programmes = new Set(b.programme.split(', '));
  return a.programme.split(', ').some(programme => programmes.has(programme));
}

function dateBy(entry: Designation, notice: Designation): Designation {
  const gives = entry.effective === null;
  const differs = !gives && notice.effective !== null && notice.effective !== entry.effective;
  const conflict = differs
    ? `notice ${notice.id} gives ${formatDate(notice.effective!)} as day of effect`
    : '';
  return {
    ...entry,
    announced: entry.announced ?? notice.announced,
    effective: entry.effective ?? notice.effective,
    ended: entry.ended ?? notice.ended,
    datedBy: gives ? notice.id : entry.datedBy,
    source: joined(entry.source, `notice ${notice.id}: ${notice.source}`),
    note: joined(entry.note, notice.note, conflict),
  };
}

function joined(...texts: readonly string[]): string {
  return texts.filter(Boolean).join('; ');
}
