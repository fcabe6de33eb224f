import { useWorkbench } from '../../state/hooks.ts';
import { InspectorHead } from './InspectorHead.tsx';

/** For a choice, from a link or from before new files came, that the case as it is now doesn't have. */
export function NoLongerThere({ what }: { readonly what: string }) {
  const { session } = useWorkbench();
  return (
    <>
      <InspectorHead onClose={() => session.closeSelection()}>
        <strong>Not in this case</strong>
      </InspectorHead>
      <div className="inspector-empty">
        <h2>The {what} chosen is not here.</h2>
        <p>The files, the lists or the method differ from those it was chosen with.</p>
      </div>
    </>
  );
}
