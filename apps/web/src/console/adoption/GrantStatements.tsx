import type { ClusterLevels } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../shared/page/CopyButton.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import './adoption.css';

type Statements = Pick<ClusterLevels['levels'][number], 'statements' | 'remarks'>;

/** Exact statements to run on the primary, each with what it is for, and all of them to copy. */
export function GrantStatements({ statements, remarks }: Statements) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <div className="stack">
      {remarks.map((words) => (
        <p key={words.en} className="tone-warn">
          {pick(words)}
        </p>
      ))}
      <ol className="statements">
        {statements.map(({ sql, why, optional }) => (
          <li key={sql}>
            <code className="mono">{sql}</code>
            <div className="faint">
              {pick(why)}
              {optional ? ` ${t('adoption.optional')}` : ''}
            </div>
          </li>
        ))}
      </ol>
      <div className="row wrap">
        <CopyButton text={statements.map(({ sql }) => sql).join('\n')}>{t('adoption.copyStatements')}</CopyButton>
        <span className="soft">{t('adoption.onPrimary')}</span>
      </div>
    </div>
  );
}
