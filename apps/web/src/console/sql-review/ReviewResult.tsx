import type { ReviewedStatement, SqlReviewView } from '@myriad/contract';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { ExceptButton } from './exceptions/ExceptButton.tsx';
import { ExceptionNote } from './exceptions/ExceptionNote.tsx';
import { GradeCounts, GradeMark, Score, VerdictMark } from './GradeMark.tsx';
import { LiveNote } from './LiveNote.tsx';
import { PlanTree } from './PlanTree.tsx';
import { GateLine } from './policies/GateLine.tsx';

interface ReviewResultProps {
  readonly review: SqlReviewView;
  /** The editor still holds what was reviewed. */
  readonly isOfText: boolean;
  readonly onShow: (offset: number) => void;
}

/** What a review came to, then a statement at a time. */
export function ReviewResult({ review, isOfText, onShow }: ReviewResultProps) {
  const { t } = useTranslation();
  const { score, lowest, statements, passed, mayGoOn, server, at, by, gate, policies, rules } = review;
  return (
    <Panel
      title={t(passed ? 'sqlReview.passed' : mayGoOn ? 'sqlReview.exceptions.goesOn' : 'sqlReview.notPassed')}
      beside={
        <span className="row wrap">
          <Score score={score} />
          <GradeCounts counts={review.findings} />
        </span>
      }
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
      {review.live ? <LiveNote live={review.live} /> : null}
      {isOfText ? null : <Alert type="info" banner title={t('sqlReview.changedSince')} />}
      <ol className="review-statements" aria-label={t('sqlReview.statements')}>
        {review.result.map((one) => (
          <Statement key={one.start} one={one} text={review.text} onShow={isOfText ? onShow : undefined} />
        ))}
      </ol>
    </Panel>
  );
}

interface StatementProps {
  readonly one: ReviewedStatement;
  readonly text: string;
  readonly onShow: ((offset: number) => void) | undefined;
}

function Statement({ one, text, onShow }: StatementProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const { line, start, end, score, verdict, findings, excused, failed, ddl, plan, affectedRows } = one;
  const place = (offset: number) => (onShow ? () => onShow(offset) : undefined);
  return (
    <li>
      <div className="row wrap">
        <Button size="small" type="link" disabled={!onShow} onClick={place(start)}>
          {t('sqlReview.line', { line })}
        </Button>
        <Score score={score} />
        <VerdictMark verdict={verdict} />
        <code className="review-head">{text.slice(start, end).replace(/\s+/g, ' ').slice(0, 160)}</code>
      </div>
      {one.exception ? <ExceptionNote of={one.exception} /> : null}
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.rule}${finding.start}`} className="row wrap">
            <GradeMark grade={finding.grade} />
            <span className="review-message">{pick(finding.message)}</span>
            <Link to={`/sql-review/rules?rule=${finding.rule}`}>
              <code>{finding.rule}</code>
            </Link>
            <span className="faint nowrap">{t('sqlReview.lost', { count: finding.lost })}</span>
            {onShow ? (
              <Button size="small" type="link" onClick={place(finding.start)}>
                {t('sqlReview.show')}
              </Button>
            ) : null}
          </li>
        ))}
        {excused.map((each) => (
          <li key={`${each.rule}${each.start}excused`} className="row wrap faint">
            {t(`sqlReview.excused.${each.by}`)} <code>{each.rule}</code>
            {each.by === 'baseline' ? null : <span>{each.reason}</span>}
          </li>
        ))}
        {failed.map(({ rule, message }) => (
          <li key={`${rule}failed`} className="row wrap">
            {t('sqlReview.ruleFailed')} <code>{rule}</code> <span className="faint">{message}</span>
          </li>
        ))}
      </ul>
      {ddl.map((words) => (
        <p key={words.en} className="review-message">
          <span className="soft">{t('sqlReview.ddl')}</span> {pick(words)}
        </p>
      ))}
      {affectedRows ? (
        <p className="soft">
          {t(affectedRows.isExact ? 'sqlReview.rowsExact' : 'sqlReview.rowsGuessed', { count: affectedRows.count })}
        </p>
      ) : null}
      {plan ? <PlanTree steps={plan} /> : null}
    </li>
  );
}
