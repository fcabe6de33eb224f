import type { DesignationList } from '../../core/sanctions/index.ts';
import { Name } from '../parts/Name.tsx';

/** Title, edition; authority, how many entries are ships, and the start of the digest. */
export function ListRow({ list }: { readonly list: DesignationList }) {
  const { title, edition, authority, vessels, designations, sha256 } = list;
  return (
    <div className="lists-row">
      <div className="row-first">
        <strong className="row-title">
          <Name text={title} />
        </strong>
        <span className="row-end">{edition || 'no edition'}</span>
      </div>
      <div className="row-second">
        <Name text={`${countText(vessels, designations.length)}, by ${authority}`} />
        <span className="mono lists-digest" title={`SHA-256 ${sha256}`}>
          {sha256.slice(0, 8)}
        </span>
      </div>
    </div>
  );
}

function countText(vessels: number, entries: number): string {
  const ships = `${vessels.toLocaleString('en')} ships`;
  return vessels === entries ? ships : `${ships} of ${entries.toLocaleString('en')} entries`;
}
