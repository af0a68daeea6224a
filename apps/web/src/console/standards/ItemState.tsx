import type { ComplianceItem } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { StateShape } from '../../shared/state/StateShape.tsx';
import type { Shape, Tone } from '../../shared/state/state-marks.ts';

type State = ComplianceItem['state'];
type Grade = ComplianceItem['grade'];

const shapes: Readonly<Record<State, Shape>> = { ok: 'tick', differs: 'cross', excepted: 'hook', unknown: 'diamond' };
const byGrade: Readonly<Record<Grade, Tone>> = { info: 'live', warn: 'warn', bad: 'bad' };

const toneOf = (state: State, grade: Grade | undefined): Tone =>
  state === 'ok' ? 'good' : state === 'differs' ? byGrade[grade ?? 'warn'] : 'calm';

/** By shape, word and colour; what differs also says how bad it is. */
export function ItemState({ state, grade }: { state: State; grade?: Grade | undefined }) {
  const { t } = useTranslation();
  const tone = toneOf(state, grade);
  return (
    <span className="state nowrap" data-state={state}>
      <StateShape shape={shapes[state]} tone={tone} />
      <span className={`tone-${tone}`}>
        {t(`standard.itemStates.${state}`)}
        {state === 'differs' && grade ? ` · ${t(`standard.grades.${grade}`)}` : ''}
      </span>
    </span>
  );
}
