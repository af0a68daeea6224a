import { createToken, listTokens, revokeToken } from '@myriad/contract';
import { Alert, Button, Form, Input, Popconfirm, Radio, Table } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Copyable } from '../../shared/page/Copyable.tsx';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';

export function TokensPanel() {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const tokens = useAnswer(listTokens, {});
  const revoke = useSend(revokeToken, { refreshes: [listTokens] });
  return (
    <Panel
      title={t('administration.tokens')}
      flush
      acts={<Button onClick={() => setAdding(true)}>{t('administration.token.add')}</Button>}
    >
      <ProblemNote error={revoke.error} />
      <Loaded query={tokens}>
        {({ items }) =>
          items.length === 0 ? (
            <Message title={t('administration.token.empty')} next={t('administration.token.emptyNext')} />
          ) : (
            <Table
              rowKey="id"
              size="small"
              pagination={false}
              scroll={{ x: 640 }}
              dataSource={[...items]}
              columns={[
                {
                  title: t('administration.token.name'),
                  key: 'name',
                  ellipsis: true,
                  render: (_, { name }) => <LongName>{name}</LongName>,
                },
                {
                  title: t('administration.token.prefix'),
                  key: 'prefix',
                  width: 150,
                  render: (_, { prefix }) => <LongName mono>{`${prefix}…`}</LongName>,
                },
                {
                  title: t('administration.token.expires'),
                  key: 'expires',
                  width: 120,
                  align: 'right',
                  render: (_, { expiresAt }) =>
                    expiresAt ? <RelativeTime at={expiresAt} /> : t('administration.token.expiresNever'),
                },
                {
                  title: t('administration.token.lastUsed'),
                  key: 'lastUsed',
                  width: 120,
                  align: 'right',
                  render: (_, { lastUsedAt }) =>
                    lastUsedAt ? <RelativeTime at={lastUsedAt} /> : t('administration.token.neverUsed'),
                },
                {
                  title: '',
                  key: 'revoke',
                  fixed: 'right',
                  width: 90,
                  align: 'right',
                  render: (_, { id }) => (
                    <Popconfirm
                      title={t('administration.token.revoke')}
                      description={t('administration.token.revokeLead')}
                      okButtonProps={{ danger: true }}
                      okText={t('administration.token.revoke')}
                      onConfirm={() => revoke.send({ params: { tokenId: id } })}
                    >
                      <Button danger type="text">
                        {t('administration.token.revoke')}
                      </Button>
                    </Popconfirm>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {isAdding ? <MakeToken onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}

const lifetimes = [7, 30, 90, 365, 0] as const;

function MakeToken({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState('');
  const [days, setDays] = useState<number>(90);
  const { send, isSending, error, answer } = useSend(createToken, { refreshes: [listTokens] });
  const make = () => send({ body: { name, ...(days === 0 ? {} : { expiresAt: Date.now() + days * 86_400_000 }) } });
  if (answer)
    return (
      <Dialog open title={answer.name} onOk={onClose} onCancel={onClose} cancelButtonProps={{ hidden: true }}>
        <div className="stack">
          <Alert type="warning" showIcon title={t('administration.token.secretOnce')} />
          <div style={{ overflowWrap: 'anywhere' }}>
            <Copyable text={answer.secret} />
          </div>
        </div>
      </Dialog>
    );
  return (
    <Dialog
      open
      title={t('administration.token.add')}
      okText={t('administration.token.add')}
      okButtonProps={{ disabled: name.trim() === '', loading: isSending }}
      onOk={make}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t('administration.token.name')} htmlFor={id} extra={t('administration.token.nameHint')}>
          <Input id={id} maxLength={64} value={name} onChange={(event) => setName(event.target.value)} />
        </Form.Item>
        <Form.Item label={t('administration.token.expires')}>
          <Radio.Group
            optionType="button"
            aria-label={t('administration.token.expires')}
            value={days}
            onChange={(event) => setDays(event.target.value)}
            options={lifetimes.map((count) => ({
              value: count,
              label: count === 0 ? t('administration.token.expiresNever') : t('administration.token.days', { count }),
            }))}
          />
        </Form.Item>
      </Form>
      <ProblemNote error={error} />
    </Dialog>
  );
}
