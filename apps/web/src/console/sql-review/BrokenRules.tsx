import type { SqlReviewView } from '@myriad/contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePick } from '../../shared/words/use-words.ts';
import { addressOfOwnRule } from './own-rules/own-rule-address.ts';

/** Rules of one's own that judged nothing in this review: each by name, why, and where it is mended. */
export function BrokenRules({ broken }: Pick<SqlReviewView, 'broken'>) {
  const { t } = useTranslation();
  const pick = usePick();
  if (broken.length === 0) return null;
  return (
    <Alert
      type="error"
      banner
      title={t('sqlReview.own.brokenSum', { count: broken.length })}
      description={
        <>
          <ul className="faults">
            {broken.map(({ rule, scope, words }) => (
              <li key={addressOfOwnRule({ id: rule, scope })}>
                <Link to={addressOfOwnRule({ id: rule, scope })}>
                  <code>{rule}</code>
                </Link>{' '}
                <span className="review-message">{pick(words)}</span>
              </li>
            ))}
          </ul>
          {t('sqlReview.own.brokenNext')}
        </>
      }
    />
  );
}
