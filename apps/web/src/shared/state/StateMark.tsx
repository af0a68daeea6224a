import { useTranslation } from 'react-i18next';
import { StateShape } from './StateShape.tsx';
import { type Mark, type StateOf, stateMarks } from './state-marks.ts';

const unknownMark: Mark = { shape: 'diamond', tone: 'warn' };

/** A state by shape, word and colour. `value` outside the known ones is shown as it came. */
export function StateMark({ of, value, wordless }: { of: StateOf; value: string; wordless?: true }) {
  const { t } = useTranslation();
  const marks: Readonly<Record<string, Mark>> = stateMarks[of];
  const { shape, tone } = marks[value] ?? unknownMark;
  const word = value in marks ? t(`state.${of}.${value}` as 'state.ticket.done') : value;
  return (
    <span className="state" data-state={value} title={wordless ? word : undefined}>
      <StateShape shape={shape} tone={tone} />
      {wordless ? <span className="visually-hidden">{word}</span> : <span className={`tone-${tone}`}>{word}</span>}
    </span>
  );
}
