import { listReviewPolicyVersions, type ReviewPolicyVersion, type ReviewPolicyView } from '@myriad/contract';
import { Button, Drawer, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { RelativeTime } from '../../../shared/page/Times.tsx';
import { scopeName } from '../scope-name.ts';
import { LineDifference } from './LineDifference.tsx';

/** Every version of a policy: who, when, why, and what differs between two of them. */
export function VersionsDrawer({ policy, onClose }: { policy: ReviewPolicyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { scope } = policy;
  const query = scope.kind === 'base' ? { kind: scope.kind } : { kind: scope.kind, id: scope.id };
  const versions = useAnswer(listReviewPolicyVersions, { query });
  return (
    <Drawer open size={820} title={t('sqlReview.versions.of', { policy: scopeName(policy, t) })} onClose={onClose}>
      <Loaded query={versions}>{({ items }) => <Versions items={items} />}</Loaded>
    </Drawer>
  );
}

function Versions({ items }: { items: readonly ReviewPolicyVersion[] }) {
  const { t } = useTranslation();
  const newest = items[0]?.version ?? 0;
  const [[from, to], choose] = useState<readonly [number, number]>([Math.max(0, newest - 1), newest]);
  const textOf = (version: number) => items.find((one) => one.version === version)?.text ?? '';
  const options = items.map(({ version }) => ({ value: version, label: t('sqlReview.versions.number', { version }) }));
  const none = { value: 0, label: t('sqlReview.versions.none') };
  return (
    <div className="stack">
      <div className="row wrap">
        <Select
          aria-label={t('sqlReview.versions.from')}
          style={{ minWidth: 140 }}
          value={from}
          options={[...options, none]}
          onChange={(next: number) => choose([next, to])}
        />
        <span aria-hidden="true">→</span>
        <Select
          aria-label={t('sqlReview.versions.to')}
          style={{ minWidth: 140 }}
          value={to}
          options={options}
          onChange={(next: number) => choose([from, next])}
        />
      </div>
      <LineDifference before={textOf(from)} after={textOf(to)} />
      <ol className="review-versions">
        {items.map(({ version, by, at, note }) => (
          <li key={version}>
            <Button type="link" size="small" onClick={() => choose([version - 1, version])}>
              {t('sqlReview.versions.number', { version })}
            </Button>
            <span className="soft">
              {by} <RelativeTime at={at} />
            </span>
            <div className="review-message">{note}</div>
          </li>
        ))}
      </ol>
    </div>
  );
}
