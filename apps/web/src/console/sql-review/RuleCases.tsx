import { getReviewRule } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';

/** The tests of a rule, as its documentation. */
export function RuleCases({ ruleId }: { ruleId: string }) {
  const { t } = useTranslation();
  const rule = useAnswer(getReviewRule, { params: { ruleId } });
  return (
    <Loaded query={rule}>
      {({ examples }) => (
        <>
          {[true, false].map((isHit) => (
            <section key={String(isHit)} className="review-cases">
              <h3>{t(isHit ? 'sqlReview.hits' : 'sqlReview.noHits')}</h3>
              {examples
                .filter((one) => one.isHit === isHit)
                .map(({ sql, server, ddl, facts }) => (
                  <figure key={server + sql}>
                    <figcaption className="soft">
                      <StateShape shape={isHit ? 'cross' : 'tick'} tone={isHit ? 'bad' : 'good'} size={11} /> {server}
                    </figcaption>
                    <pre className="mono">{sql}</pre>
                    {ddl || facts ? (
                      <details>
                        <summary>{t('sqlReview.given')}</summary>
                        <pre className="mono">{[ddl, facts].filter(Boolean).join('\n')}</pre>
                      </details>
                    ) : null}
                  </figure>
                ))}
            </section>
          ))}
        </>
      )}
    </Loaded>
  );
}
