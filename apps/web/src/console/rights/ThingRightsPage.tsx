import { getThingRights, RightsThing } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { pageOfThing } from '../../shared/page/thing-pages.ts';
import { NothingHere } from '../frame/NothingHere.tsx';
import { EffectiveRights } from './EffectiveRights.tsx';

/** Who sees a thing and may act on it, and through which grant. */
export function ThingRightsPage() {
  const { dimension, id = '' } = useParams();
  const known = RightsThing.options.find((option) => option === dimension);
  return known ? <Who dimension={known} id={id} /> : <NothingHere />;
}

function Who({ dimension, id }: { dimension: RightsThing; id: string }) {
  const { t } = useTranslation();
  const rights = useAnswer(getThingRights, { params: { dimension, id } });
  return (
    <div className="page">
      <PageHead title={t('rights.whoMay', { thing: t(`rights.thing.${dimension}`) })} />
      <p className="soft">
        <code>{id}</code> <Link to={pageOfThing(dimension, id)}>{t('rights.open')}</Link>
      </p>
      <Loaded query={rights}>
        {({ people }) =>
          people.map(({ person, roles, rights: own }) => (
            <Panel
              key={person.id}
              title={person.name}
              beside={
                <span className="faint">
                  {roles.length === 0
                    ? t('rights.seesOnly')
                    : roles.map((role) => t(`frame.account.roles.${role}`)).join(' · ')}
                </span>
              }
              flush
            >
              <EffectiveRights rights={own} />
            </Panel>
          ))
        }
      </Loaded>
    </div>
  );
}
