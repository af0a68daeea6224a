import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from './chosen-files.ts';
import { readDropped } from './dropped-files.ts';

interface DropPlaceProps {
  readonly onDropped: (files: readonly ChosenFile[]) => void;
  readonly children: ReactNode;
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** Where files and folders may be dropped; text that is dragged is the editor's. */
export function DropPlace({ onDropped, children }: DropPlaceProps) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the same files are chosen with the button
    <div
      className={isOver ? 'review-drop is-over' : 'review-drop'}
      onDragOverCapture={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      }}
      onDropCapture={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        // The editor would take the file for text.
        event.stopPropagation();
        setOver(false);
        void readDropped(event.dataTransfer).then(onDropped);
      }}
    >
      {children}
      {isOver ? <div className="review-drop-words">{t('sqlReview.files.drop')}</div> : null}
    </div>
  );
}
