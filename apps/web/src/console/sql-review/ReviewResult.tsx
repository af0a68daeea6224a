import type { SqlReviewView } from '@myriad/contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { BrokenRules } from './BrokenRules.tsx';
import { ExceptButton } from './exceptions/ExceptButton.tsx';
import { GradeCounts, Score } from './GradeMark.tsx';
import { LiveNote } from './LiveNote.tsx';
import { GateLine } from './policies/GateLine.tsx';
import { StatementList } from './StatementList.tsx';

interface ReviewResultProps {
  readonly review: SqlReviewView;
  /** The editor still holds what was reviewed. */
  readonly isOfText: boolean;
  readonly onShow: (offset: number) => void;
}

/** What a review came to, then a statement at a time. */
export function ReviewResult({ review, isOfText, onShow }: ReviewResultProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const { lowest, statements, passed, mayGoOn, server, at, by, gate, policies, rules } = review;
  return (
    <Panel
      title={
        statements === 0
          ? t('sqlReview.nothingIn')
          : t(passed ? 'sqlReview.passed' : mayGoOn ? 'sqlReview.exceptions.goesOn' : 'sqlReview.notPassed')
      }
      beside={statements === 0 ? null : <Sum review={review} />}
      acts={<ExceptButton review={review} />}
      flush
    >
      <div className="review-facts soft">
        <span>{t('sqlReview.sum', { count: statements, lowest: lowest ?? '—', server })}</span>
        <GateLine gate={gate} />
        <span>
          <RelativeTime at={at} /> · {t('sqlReview.by', { by, rules })}
        </span>
        {policies.length > 0 ? (
          <span>
            {t('sqlReview.policiesUsed', {
              names: policies.map(({ scope, version }) => `${scope} v${version}`).join(', '),
            })}
          </span>
        ) : null}
      </div>
      <BrokenRules broken={review.broken} />
      {review.live ? <LiveNote live={review.live} /> : null}
      {review.notes.map((words) => (
        <p key={words.en} className="review-facts soft review-message">
          {pick(words)}
        </p>
      ))}
      {isOfText ? null : <Alert type="info" banner title={t('sqlReview.changedSince')} />}
      {statements === 0 && review.file === undefined ? (
        <p className="review-facts">{t('sqlReview.nothingInNext')}</p>
      ) : null}
      <StatementList review={review} onShow={isOfText ? onShow : undefined} />
    </Panel>
  );
}

/** Its score, findings by grade, and how many statements nobody could read. */
function Sum({ review: { score, findings, notReviewed, statements } }: Pick<ReviewResultProps, 'review'>) {
  const { t } = useTranslation();
  return (
    <span className="row wrap">
      <Score score={score} />
      {notReviewed === statements ? null : <GradeCounts counts={findings} />}
      {notReviewed > 0 ? (
        <span className="tone-warn">{t('sqlReview.notReviewedCount', { count: notReviewed })}</span>
      ) : null}
    </span>
  );
}
