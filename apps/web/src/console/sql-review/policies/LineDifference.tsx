import { useTranslation } from 'react-i18next';
import { type DifferentLine, lineDifference } from './line-difference.ts';

const marks = { same: ' ', gone: '−', new: '+' } as const;
/** So many lines that stayed are shown around what did not. */
const around = 3;

interface ShownLine {
  readonly id: string;
  /** Absent: lines were left out here. */
  readonly line: DifferentLine | undefined;
}

/** What came and what went between two texts; what stayed far from both is left out. */
export function LineDifference({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation();
  const lines = lineDifference(before, after);
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same');
  if (lines.every(({ kind }) => kind === 'same')) return <p className="soft">{t('sqlReview.versions.same')}</p>;
  const shown = lines.flatMap((line, at): readonly ShownLine[] =>
    isNear(at) ? [{ id: String(at), line }] : isNear(at - 1) ? [{ id: String(at), line: undefined }] : [],
  );
  return (
    <pre className="mono review-policy">
      {shown.map(({ id, line }) => (line ? <Line key={id} line={line} /> : <div key={id}>⋯</div>))}
    </pre>
  );
}

function Line({ line: { kind, text } }: { line: DifferentLine }) {
  const { t } = useTranslation();
  return (
    <div className={`review-line-${kind}`}>
      <span aria-hidden="true">{marks[kind]} </span>
      {kind === 'same' ? null : <span className="visually-hidden">{t(`sqlReview.versions.${kind}`)}</span>}
      {text}
    </div>
  );
}
