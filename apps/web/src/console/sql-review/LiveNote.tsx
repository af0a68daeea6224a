import type { ReviewLive } from '@myriad/contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePick } from '../../shared/words/use-words.ts';

/** How much of a review stands on what the cluster's server said. */
export function LiveNote({ live }: { live: ReviewLive }) {
  const { t } = useTranslation();
  const pick = usePick();
  const { state, because, tables, plans } = live;
  if (state === 'silent')
    return (
      <Alert
        type="warning"
        banner
        title={t('sqlReview.live.silent')}
        description={because ? pick(because) : undefined}
      />
    );
  const isAll = tables.seen === tables.needed && plans.seen === plans.needed;
  return (
    <p className="review-facts soft">
      <span>
        {t('sqlReview.live.asked', {
          ...{ tables: tables.seen, tablesNeeded: tables.needed },
          ...{ plans: plans.seen, plansNeeded: plans.needed },
        })}
      </span>
      {isAll || !because ? null : <span>{pick(because)}</span>}
    </p>
  );
}
