import { useEffect, useState } from 'react';
import { useWorkbench } from '../state/hooks.ts';

/** Takes files dropped anywhere on the page, and says so while they hang over it. */
export function DropZone() {
  const { session } = useWorkbench();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      session.addFiles([...event.dataTransfer.files].map(file => ({ name: file.name, data: file })));
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [session]);
  if (!over) return null;
  return (
    <div className="drop-hint" aria-hidden="true">
      <p>Drop AIS files, lists or sightings</p>
      <p>They are read in this browser. Nothing leaves it.</p>
    </div>
  );
}
