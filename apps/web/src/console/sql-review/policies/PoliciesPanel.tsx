import { listReviewPolicies, type ReviewPolicyView } from '@myriad/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { AbleButton } from '../../../shared/page/AbleButton.tsx';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { Panel } from '../../../shared/page/Panel.tsx';
import { RelativeTime } from '../../../shared/page/Times.tsx';
import { scopeName } from '../scope-name.ts';
import { GateLine } from './GateLine.tsx';
import { PolicyDialog } from './PolicyDialog.tsx';
import { VersionsDrawer } from './VersionsDrawer.tsx';

/** What holds where: everything, then environments, then applications. */
export function PoliciesPanel() {
  const { t } = useTranslation();
  const policies = useAnswer(listReviewPolicies, {});
  const [editing, setEditing] = useState<ReviewPolicyView | 'new'>();
  return (
    <Loaded query={policies}>
      {({ items, changeBase }) => (
        <>
          <div className="row">
            <AbleButton ability={changeBase} onClick={() => setEditing('new')}>
              {t('sqlReview.addPolicy')}
            </AbleButton>
            <span className="soft">{t('sqlReview.policiesLead')}</span>
          </div>
          {items.length === 0 ? (
            <Message title={t('sqlReview.noPolicy')} next={t('sqlReview.noPolicyNext')} />
          ) : (
            items.map((policy) => (
              <Policy key={JSON.stringify(policy.scope)} policy={policy} onEdit={() => setEditing(policy)} />
            ))
          )}
          {editing ? (
            <PolicyDialog
              policy={editing === 'new' ? undefined : editing}
              known={items}
              onClose={() => setEditing(undefined)}
            />
          ) : null}
        </>
      )}
    </Loaded>
  );
}

function Policy({ policy, onEdit }: { policy: ReviewPolicyView; onEdit: () => void }) {
  const { t } = useTranslation();
  const { version, at, by, note, text, rules, gate, ownRules, suppressions, abilities } = policy;
  const [isLooking, setLooking] = useState(false);
  const expired = suppressions.filter(({ isExpired }) => isExpired).length;
  return (
    <Panel
      title={scopeName(policy, t)}
      beside={
        <span className="soft">
          {t('sqlReview.version', { version, by })} <RelativeTime at={at} />
        </span>
      }
      acts={
        <>
          <Button onClick={() => setLooking(true)}>{t('sqlReview.versions.show')}</Button>
          <AbleButton ability={abilities.change} onClick={onEdit}>
            {t('sqlReview.change')}
          </AbleButton>
        </>
      }
    >
      <div className="stack">
        <p className="review-message">{note}</p>
        {gate.block ? (
          <p>
            <GateLine gate={{ ...gate, block: gate.block }} />
          </p>
        ) : null}
        {gate.block || gate.minScore === undefined ? null : <p>{t('sqlReview.minScore', { score: gate.minScore })}</p>}
        <p className="soft">
          {t('sqlReview.policySum', {
            rules: Object.keys(rules).length,
            own: ownRules.length,
            suppressions: suppressions.length,
          })}{' '}
          {expired > 0 ? <strong className="tone-warn">{t('sqlReview.expired', { count: expired })}</strong> : null}
        </p>
        <details>
          <summary>{t('sqlReview.policyText')}</summary>
          <pre className="mono review-policy">{text}</pre>
        </details>
      </div>
      {isLooking ? <VersionsDrawer policy={policy} onClose={() => setLooking(false)} /> : null}
    </Panel>
  );
}
