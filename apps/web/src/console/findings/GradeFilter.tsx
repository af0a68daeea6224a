import { countFindings, FindingGrade } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { countsQueryOf, type FindingFilters, showOf } from './finding-filters.ts';

interface GradeFilterProps {
  readonly filters: FindingFilters;
  readonly onChange: (grade: string | undefined, show: string | undefined) => void;
}

/** How many of each grade are open; a press shows only those, another press all again. */
export function GradeFilter({ filters, onChange }: GradeFilterProps) {
  const { t } = useTranslation();
  const counts = useAnswer(countFindings, { query: countsQueryOf(filters) }, { everyMs: 15_000, keeps: true });
  const isMutedShown = showOf(filters.show) === 'onlyMuted';
  const number = (value: number | undefined) => <b className="grade-number">{value ?? '–'}</b>;
  return (
    <fieldset className="grades">
      <legend className="visually-hidden">{t('finding.filters.grade')}</legend>
      {[...FindingGrade.options].reverse().map((grade) => {
        const isOn = filters.grade === grade && !isMutedShown;
        return (
          <button
            key={grade}
            type="button"
            className="grade"
            aria-pressed={isOn}
            onClick={() => onChange(isOn ? undefined : grade, isMutedShown ? undefined : filters.show)}
          >
            {number(counts.data?.[grade])}
            <StateMark of="grade" value={grade} />
          </button>
        );
      })}
      <button
        type="button"
        className="grade"
        aria-pressed={isMutedShown}
        onClick={() => onChange(undefined, isMutedShown ? undefined : 'onlyMuted')}
      >
        {number(counts.data?.muted)}
        <StateMark of="grade" value="muted" />
      </button>
    </fieldset>
  );
}
