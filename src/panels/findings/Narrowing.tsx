import { RULES } from '../../core/findings/index.ts';
import { vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { useDispatch, useSelect } from '../../state/hooks.ts';
import { Name } from '../parts/Name.tsx';

/** Says which ships and rules alone are shown, for a link or a ship's page may have set them; nothing without. */
export function Narrowing({ data }: { readonly data: CaseData }) {
  const dispatch = useDispatch();
  const { vessels, rules } = useSelect(state => state.filters);
  if (vessels.length + rules.length === 0) return null;
  const ships = vessels.map(id => {
    const vessel = data.vessels.find(other => other.id === id);
    return vessel ? vesselLabel(vessel) : id;
  });
  const titles = rules.map(id => RULES.find(rule => rule.id === id)?.title ?? id);
  return (
    <div className="findings-narrowing">
      <span>Only</span>
      <Name text={[...ships, ...titles].join(', ')} />
      <button
        type="button"
        className="text-button"
        onClick={() => dispatch({ type: 'filter', filters: { vessels: [], rules: [] } })}
      >
        show all
      </button>
    </div>
  );
}
