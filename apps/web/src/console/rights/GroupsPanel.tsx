import { createGroup, listGroups } from '@myriad/contract';
import { Form, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { usePages } from '../../shared/api/use-pages.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { FormDialog } from '../../shared/page/FormDialog.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { useFieldFaults } from '../../shared/page/use-field-faults.ts';

/** Groups of people: all for administrators, else one's own. */
export function GroupsPanel() {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const groups = usePages(listGroups, { query: {} });
  const create = groups.head?.abilities.create;
  const add = create ? (
    <AbleButton ability={create} onClick={() => setAdding(true)}>
      {t('rights.addGroup')}
    </AbleButton>
  ) : null;
  return (
    <Panel title={t('administration.groups')} flush acts={add}>
      <Loaded query={groups.query}>
        {(items) =>
          items.length === 0 ? (
            <Message title={t('rights.noGroup')} next={t('rights.noGroupNext')} act={add} />
          ) : (
            <Table
              rowKey="id"
              size="small"
              pagination={false}
              scroll={{ x: 560 }}
              dataSource={[...items]}
              columns={[
                {
                  title: t('rights.groupName'),
                  key: 'name',
                  render: (_, { id, name }) => <Link to={`/administration/groups/${id}`}>{name}</Link>,
                },
                {
                  title: t('rights.people'),
                  key: 'people',
                  width: 90,
                  align: 'right',
                  render: (_, { members }) => members,
                },
                {
                  title: t('rights.owners'),
                  key: 'owners',
                  ellipsis: true,
                  render: (_, { owners }) => owners.join(' · '),
                },
                {
                  title: t('rights.description'),
                  key: 'about',
                  ellipsis: true,
                  render: (_, group) => group.description,
                },
              ]}
            />
          )
        }
      </Loaded>
      <MoreButton more={groups.more} busy={groups.isFetchingMore} />
      {isAdding ? <AddGroupDialog onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}

const fieldOfCode = { GROUP_NAME_TAKEN: 'name' };

function AddGroupDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ name: string; description?: string }>();
  const faults = useFieldFaults(form, fieldOfCode);
  const { send, isSending } = useSend(createGroup, {
    refreshes: [listGroups],
    onDone: ({ id }) => void navigate(`/administration/groups/${id}`),
    onRefused: faults.place,
  });
  return (
    <FormDialog
      title={t('rights.addGroup')}
      okText={t('frame.act.add')}
      form={form}
      faults={faults}
      isSending={isSending}
      onSend={(body) => send({ body })}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('rights.groupName')} rules={[{ required: true }]}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="description" label={t('rights.description')}>
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
