import { useEffect, useState } from 'react';
import { droppedFiles } from '../state/dropped-files.ts';
import { useWorkbench } from '../state/hooks.ts';

/** Takes files and folders dropped anywhere on the page, and says so while they hang over it. */
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
      droppedFiles(event.dataTransfer).then(
        files => session.imports.add(files),
        error => session.notify(`The folder could not be read: ${error.message}`),
      );
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
      <p>Drop AIS files, folders, lists or sightings</p>
      <p>They are read in this browser. Nothing leaves it.</p>
    </div>
  );
}
