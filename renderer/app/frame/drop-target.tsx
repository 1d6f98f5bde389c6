import {IconFileImport} from '@tabler/icons-react';
import {useEffect, useRef, useState} from 'react';
import {useTranslation} from 'react-i18next';
import styles from './drop-target.module.css';

interface DropTargetProps {
  /** Absent while nothing can be taken in: then a dropped file does nothing, above all not replace the page. */
  readonly onFiles: ((files: readonly File[]) => void) | undefined;
  /** What becomes of them, where they are no files of orders. */
  readonly word?: string | undefined;
}

/** The whole window takes files; while some hover over it, it says what becomes of them. */
export function DropTarget({onFiles, word}: DropTargetProps) {
  const {t} = useTranslation('intake');
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  }, [onFiles]);

  useEffect(() => listenForFiles(setOver, (files) => take.current?.(files)), []);
  if (!over || !onFiles) return null;
  return (
    <div className={styles.target} role="status">
      <p>
        <IconFileImport stroke={1.5} aria-hidden />
        {word ?? t('drop')}
      </p>
    </div>
  );
}

/** Enters and leaves are told of every part the pointer crosses; only where they balance has it left the window. */
function listenForFiles(setOver: (over: boolean) => void, take: (files: readonly File[]) => void): () => void {
  let depth = 0;
  const on = (event: DragEvent, step: number): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    depth = step === 0 ? depth : Math.max(0, depth + step);
    setOver(depth > 0);
  };
  const entered = (event: DragEvent): void => on(event, 1);
  const left = (event: DragEvent): void => on(event, -1);
  const moved = (event: DragEvent): void => on(event, 0);
  const dropped = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    depth = 0;
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  window.addEventListener('dragenter', entered);
  window.addEventListener('dragleave', left);
  window.addEventListener('dragover', moved);
  window.addEventListener('drop', dropped);
  return () => {
    window.removeEventListener('dragenter', entered);
    window.removeEventListener('dragleave', left);
    window.removeEventListener('dragover', moved);
    window.removeEventListener('drop', dropped);
  };
}
