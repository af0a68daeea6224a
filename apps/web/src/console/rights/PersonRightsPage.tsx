import { getMyRights, getPersonRights, type PersonRights } from '@myriad/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { EffectiveRights } from './EffectiveRights.tsx';
import { GrantDialog } from './GrantDialog.tsx';

/** What a person may do, where, and through which grant. */
export function PersonRightsPage() {
  const { userId = '' } = useParams();
  const rights = useAnswer(getPersonRights, { params: { userId } });
  return <Loaded query={rights}>{(found) => <Rights of={found} canGrant />}</Loaded>;
}

/** The same about oneself. */
export function MyRightsPage() {
  const rights = useAnswer(getMyRights, {});
  return <Loaded query={rights}>{(found) => <Rights of={found} />}</Loaded>;
}

function Rights({ of: { person, rights, groups }, canGrant }: { of: PersonRights; canGrant?: true }) {
  const { t } = useTranslation();
  const [isGranting, setGranting] = useState(false);
  return (
    <div className="page">
      <PageHead
        title={t('rights.ofPerson', { name: person.name })}
        beside={person.disabled ? <span className="faint">{t('administration.user.disabled')}</span> : null}
        acts={canGrant ? <Button onClick={() => setGranting(true)}>{t('rights.grant')}</Button> : null}
      />
      <p className="soft">{t('rights.unionLead')}</p>
      <Panel title={t('administration.rights')} flush>
        <EffectiveRights rights={rights} />
      </Panel>
      <Panel title={t('administration.groups')}>
        {groups.length === 0 ? (
          <span className="faint">{t('rights.inNoGroup')}</span>
        ) : (
          <ul>
            {groups.map(({ id, name, owner }) => (
              <li key={id}>
                <Link to={`/administration/groups/${id}`}>{name}</Link>{' '}
                {owner ? <span className="faint">{t('rights.owner')}</span> : null}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {isGranting ? (
        <GrantDialog given={{ holderKind: 'person', holder: person.id }} onClose={() => setGranting(false)} />
      ) : null}
    </div>
  );
}
