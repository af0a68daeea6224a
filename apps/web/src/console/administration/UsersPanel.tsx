import { createUser, listUsers, Role, type Role as RoleName } from '@myriad/contract';
import { Button, Checkbox, Form, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../shared/api/use-pages.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';

export function UsersPanel() {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const users = usePages(listUsers, { query: {} });
  return (
    <Panel
      title={t('administration.users')}
      flush
      acts={<Button onClick={() => setAdding(true)}>{t('administration.user.add')}</Button>}
    >
      <Loaded query={users.query}>
        {(items) => (
          <Table
            rowKey="id"
            size="small"
            pagination={false}
            scroll={{ x: 560 }}
            dataSource={[...items]}
            columns={[
              {
                title: t('administration.user.name'),
                key: 'name',
                ellipsis: true,
                render: (_, { name }) => <LongName>{name}</LongName>,
              },
              {
                title: t('administration.user.roles'),
                key: 'roles',
                render: (_, { roles }) => roles.map((role) => t(`frame.account.roles.${role}`)).join(' · '),
              },
              {
                title: t('administration.user.state'),
                key: 'state',
                width: 120,
                render: (_, { disabled }) => (
                  <span className="state">
                    <StateShape shape={disabled ? 'slash' : 'dot'} tone={disabled ? 'calm' : 'good'} />
                    {t(disabled ? 'administration.user.disabled' : 'administration.user.active')}
                  </span>
                ),
              },
              {
                title: t('administration.user.created'),
                key: 'created',
                width: 130,
                align: 'right',
                render: (_, { createdAt }) => <RelativeTime at={createdAt} />,
              },
            ]}
          />
        )}
      </Loaded>
      <MoreButton more={users.more} busy={users.isFetchingMore} />
      {isAdding ? <AddUser onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}

function AddUser({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string; password: string; roles: RoleName[] }>();
  const { send, isSending, error } = useSend(createUser, { refreshes: [listUsers], onDone: onClose });
  const add = () =>
    void form.validateFields().then(
      (body) => send({ body }),
      () => undefined,
    );
  return (
    <Modal
      open
      title={t('administration.user.add')}
      okText={t('frame.act.add')}
      confirmLoading={isSending}
      onOk={add}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ roles: ['requester'] }}>
        <Form.Item name="name" label={t('administration.user.name')} rules={[{ required: true }]}>
          <Input autoFocus maxLength={64} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t('administration.user.password')} rules={[{ required: true, min: 12 }]}>
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="roles" label={t('administration.user.roles')} rules={[{ required: true }]}>
          <Checkbox.Group
            style={{ flexDirection: 'column', gap: 4 }}
            options={Role.options.map((value) => ({
              value,
              label: (
                <>
                  {t(`frame.account.roles.${value}`)}{' '}
                  <span className="faint">{t(`administration.roleHint.${value}`)}</span>
                </>
              ),
            }))}
          />
        </Form.Item>
      </Form>
      <ProblemNote error={error} />
    </Modal>
  );
}
