import { countInventory, type Dimension, listInventory } from '@myriad/contract';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatCount } from '../../shared/format/format-size.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { ChangesPanel } from '../history/ChangesPanel.tsx';
import { ClassifyCluster } from './ClassifyCluster.tsx';
import { dimensionNames, pageOf } from './dimensions.ts';
import { ExtrasEditor } from './ExtrasEditor.tsx';
import { fleetAddress } from './fleet-question.ts';
import { HostZone } from './HostZone.tsx';

interface ThingDrawerProps {
  readonly dimension: Dimension;
  readonly id: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** One thing out of the list: where it leads, what people say of it, and every change it went through. */
export function ThingDrawer({ dimension, id, onClose, onChanged }: ThingDrawerProps) {
  const { t } = useTranslation();
  const found = useAnswer(listInventory, {
    params: { dimension },
    query: { where: `id = ${JSON.stringify(id)}`, limit: 1 },
  });
  const name = found.data?.items[0]?.name;
  const title = typeof name === 'string' ? name : '';
  return (
    <Drawer
      open
      size={620}
      onClose={onClose}
      title={
        <span className="row">
          <span className="faint">{t(`explore.one.${dimension}`)}</span>
          <Link to={pageOf(dimension, id)} className="long-name">
            {title}
          </Link>
        </span>
      }
    >
      <Loaded query={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Message title={t('frame.page.notFound')} next={t('frame.page.notFoundNext')} />
          ) : (
            <>
              <Reach dimension={dimension} id={id} />
              {dimension === 'cluster' ? <ClassifyCluster clusterId={id} onChanged={onChanged} /> : null}
              {dimension === 'host' ? <HostZone hostId={id} onChanged={onChanged} /> : null}
              <ExtrasEditor dimension={dimension} id={id} onChanged={onChanged} />
              <div style={{ marginTop: 18 }}>
                <ChangesPanel entity={dimension} entityId={id} />
              </div>
            </>
          )
        }
      </Loaded>
    </Drawer>
  );
}

function Reach({ dimension, id }: { dimension: Dimension; id: string }) {
  const { t } = useTranslation();
  return (
    <section className="thing-part">
      <h3>{t('explore.leadsTo')}</h3>
      <div className="row wrap" style={{ gap: '4px 18px' }}>
        {dimensionNames.map((to) => (to === dimension ? null : <Way key={to} from={dimension} to={to} id={id} />))}
      </div>
    </section>
  );
}

function Way({ from, to, id }: { from: Dimension; to: Dimension; id: string }) {
  const { t } = useTranslation();
  const where = `${from}.id = ${JSON.stringify(id)}`;
  const count = useAnswer(countInventory, { params: { dimension: to }, query: { where } });
  return (
    <Link to={fleetAddress(to, { where })}>
      {t(`explore.many.${to}`)} {count.data ? <b>{formatCount(count.data.count)}</b> : null}
    </Link>
  );
}
