import { readSqlTree, type SqlTreeNode } from '@myriad/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../shared/api/use-send.ts';
import { ProblemNote } from '../../../shared/page/ProblemNote.tsx';

interface SampleTreeProps {
  readonly onKinds: (kinds: readonly string[]) => void;
  readonly onPick: (node: SqlTreeNode) => void;
}

/** A statement as a tree, to point at what a rule means. */
export function SampleTree({ onKinds, onPick }: SampleTreeProps) {
  const { t } = useTranslation();
  const [sql, setSql] = useState('');
  const tree = useSend(readSqlTree, {
    onDone: ({ items }) => onKinds([...new Set(items.map(({ kind }) => kind))].sort()),
  });
  const look = () => {
    if (sql.trim() !== '') tree.send({ body: { text: sql } });
  };
  return (
    <div>
      <div className="row wrap">
        <Input
          className="mono"
          style={{ flex: '1 1 240px' }}
          aria-label={t('sqlReview.own.sample')}
          placeholder={t('sqlReview.own.sampleHelp')}
          value={sql}
          onChange={({ target }) => setSql(target.value)}
          onPressEnter={(event) => {
            event.preventDefault();
            look();
          }}
        />
        <Button loading={tree.isSending} onClick={look}>
          {t('sqlReview.own.showTree')}
        </Button>
      </div>
      <ProblemNote error={tree.error} />
      {tree.answer ? (
        <ul className="review-tree" aria-label={t('sqlReview.own.tree')}>
          {tree.answer.items.map((node, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nodes have their order and no other identity
            <li key={at} style={{ paddingInlineStart: node.depth * 14 }}>
              <Button type="link" size="small" className="mono" onClick={() => onPick(node)}>
                {node.kind}
              </Button>
              {node.name ? <code>{node.name}</code> : null}{' '}
              <span className="faint">
                {Object.entries(node.fields)
                  .map(([field, value]) => `${field}: ${value}`)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
