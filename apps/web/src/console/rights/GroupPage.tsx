import {
  type GroupDetail,
  getGroup,
  listGroups,
  removeGroup,
  removeGroupMember,
  setGroupMember,
} from '@myriad/contract';
import { App, Button, Input, Switch, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { GrantDialog } from './GrantDialog.tsx';
import { RightsTable } from './RightsTable.tsx';

export function GroupPage() {
  const { groupId = '' } = useParams();
  const group = useAnswer(getGroup, { params: { groupId } });
  return <Loaded query={group}>{(found) => <Group group={found} />}</Loaded>;
}

function Group({ group }: { group: GroupDetail }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const [isGranting, setGranting] = useState(false);
  const { send, error } = useSend(removeGroup, {
    refreshes: [listGroups],
    onDone: () => void navigate('/administration/groups'),
  });
  const ask = () =>
    void modal.confirm({
      title: t('rights.removeGroupTitle', { name: group.name }),
      content: t('rights.removeGroupLead', { people: group.members, rights: group.rights.length }),
      okText: t('rights.removeGroup'),
      okButtonProps: { danger: true },
      onOk: () => send({ params: { groupId: group.id } }),
    });
  const { change } = group.abilities;
  return (
    <div className="page">
      <PageHead
        title={t('rights.group', { name: group.name })}
        acts={
          <AbleButton ability={change} danger onClick={ask}>
            {t('rights.removeGroup')}
          </AbleButton>
        }
      />
      <p className="soft">
        <Link to="/administration/groups">{t('administration.groups')}</Link>{' '}
        <span translate="no">{group.description}</span>
      </p>
      <ProblemNote error={error} />
      <People group={group} />
      <Panel
        title={t('administration.rights')}
        flush
        acts={
          <AbleButton ability={change} onClick={() => setGranting(true)}>
            {t('rights.grant')}
          </AbleButton>
        }
      >
        {group.rights.length === 0 ? (
          <Message title={t('rights.none')} next={t('rights.noneNext')} />
        ) : (
          <RightsTable rights={group.rights} />
        )}
      </Panel>
      {isGranting ? (
        <GrantDialog given={{ holderKind: 'group', holder: group.id }} onClose={() => setGranting(false)} />
      ) : null}
    </div>
  );
}

function People({ group }: { group: GroupDetail }) {
  const { t } = useTranslation();
  const [person, setPerson] = useState('');
  const refreshes = [getGroup, listGroups];
  const set = useSend(setGroupMember, { refreshes, onDone: () => setPerson('') });
  const out = useSend(removeGroupMember, { refreshes });
  const params = { groupId: group.id };
  const ability = group.abilities.changeMembers;
  const add = () => set.send({ params, body: { person: person.trim() } });
  return (
    <Panel title={t('rights.people')} flush>
      <ProblemNote error={set.error ?? out.error} />
      <Table
        rowKey="id"
        size="small"
        pagination={false}
        dataSource={[...group.people]}
        locale={{ emptyText: <Message title={t('rights.noPeople')} next={t('rights.noPeopleNext')} /> }}
        columns={[
          {
            title: t('rights.holderKind.person'),
            key: 'name',
            render: (_, { name, disabled }) => (
              <>
                {name} {disabled ? <span className="faint">{t('administration.user.disabled')}</span> : null}
              </>
            ),
          },
          {
            title: t('rights.owner'),
            key: 'owner',
            width: 110,
            render: (_, { id, name, owner }) => (
              <Switch
                size="small"
                checked={owner}
                disabled={!ability.allowed}
                aria-label={t('rights.ownerOf', { name })}
                onChange={(next) => set.send({ params, body: { person: id, owner: next } })}
              />
            ),
          },
          {
            title: '',
            key: 'acts',
            width: 110,
            align: 'right',
            render: (_, { id, name }) => (
              <AbleButton
                ability={ability}
                size="small"
                aria-label={t('rights.takeOutOf', { name })}
                onClick={() => out.send({ params: { ...params, userId: id } })}
              >
                {t('rights.takeOut')}
              </AbleButton>
            ),
          },
        ]}
      />
      {ability.allowed ? (
        <form
          className="row"
          style={{ padding: 10 }}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Input
            value={person}
            maxLength={64}
            placeholder={t('rights.personName')}
            aria-label={t('rights.personName')}
            onChange={({ target }) => setPerson(target.value)}
            style={{ maxWidth: 260 }}
          />
          <Button htmlType="submit" disabled={person.trim() === ''} loading={set.isSending}>
            {t('rights.addPerson')}
          </Button>
        </form>
      ) : null}
    </Panel>
  );
}
