import type { SqlReviewView } from '@myriad/contract';
import { Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFilters } from '../../shared/page/use-filters.ts';
import { Statement } from './Statement.tsx';
import { placeOfLink, shownStatements, views } from './shown-statements.ts';

interface StatementListProps {
  readonly review: SqlReviewView;
  readonly onShow: ((offset: number) => void) | undefined;
}

/** So many are drawn at once; more come as their end comes into view. */
const some = 60;

/** The statements of a review, of a long one piece by piece; a link leads to one of them. */
export function StatementList({ review, onShow }: StatementListProps) {
  const { t } = useTranslation();
  const [address] = useSearchParams();
  const { values, change } = useFilters(['show']);
  const view = views.find((one) => one === values.show) ?? 'all';
  const shown = shownStatements(review.result, view);
  const linked = placeOfLink(shown, { at: address.get('at'), rule: address.get('finding') });
  const [drawn, setDrawn] = useState(some);
  const most = Math.max(drawn, linked + 1);
  const end = useRef<HTMLDivElement>(null);
  const isMore = shown.length > most;
  useEffect(() => {
    if (!end.current || !isMore) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setDrawn(most + some);
      },
      { rootMargin: '600px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [isMore, most]);
  return (
    <>
      {review.result.length > 1 ? (
        <div className="review-facts">
          <Segmented
            size="small"
            aria-label={t('sqlReview.statements')}
            value={view}
            onChange={(next) => change('show', next === 'all' ? undefined : next)}
            options={views.map((value) => ({
              value,
              label: `${t(`sqlReview.show_${value}`)} ${shownStatements(review.result, value).length}`,
            }))}
          />
        </div>
      ) : null}
      <ol className="review-statements" aria-label={t('sqlReview.statements')}>
        {shown.slice(0, most).map((one, at) => (
          <Statement
            key={`${one.start} ${one.mapped?.sql ?? ''}`}
            one={one}
            review={review}
            link={`?review=${review.id}&at=${one.start}`}
            isLinked={at === linked}
            onShow={onShow}
          />
        ))}
      </ol>
      {isMore ? (
        <div ref={end} className="review-facts soft">
          {t('sqlReview.drawn', { drawn: most, count: shown.length })}
        </div>
      ) : null}
    </>
  );
}
