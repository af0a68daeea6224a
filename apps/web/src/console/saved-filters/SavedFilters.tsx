import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { listSavedFilters, removeSavedFilter, saveFilter } from '@myriad/contract';
import { Button, Form, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import './saved-filters.css';

/** What one asked before, under its name, and the way to keep what is asked now. `page` is what the filters are of. */
export function SavedFilters({ page }: { page: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Kept page={page} onChosen={() => setOpen(false)} />}
    >
      <Button icon={<StarOutlined />} data-testid="saved-filters">
        {t('filter.saved')}
      </Button>
    </Popover>
  );
}

/** What of the address is a way of looking, and no part of what is asked. */
const passing = new Set(['open', 'register']);

function Kept({ page, onChosen }: { page: string; onChosen: () => void }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const [name, setName] = useState('');
  const query = useAnswer(listSavedFilters, { query: { page } });
  const remove = useSend(removeSavedFilter, { refreshes: [listSavedFilters] });
  const save = useSend(saveFilter, { refreshes: [listSavedFilters], onDone: () => setName('') });
  const asked = new URLSearchParams([...new URLSearchParams(search)].filter(([key]) => !passing.has(key)));
  const kept = query.data?.items ?? [];
  // A page whose address says more than its filter (a dimension) keeps that too.
  const here = `${pathname}?${asked}`;
  return (
    <div className="saved-filters">
      {kept.length === 0 ? <p className="faint">{t('filter.savedNone')}</p> : null}
      <ul>
        {kept.map((filter) => (
          <li key={filter.id} className="row">
            <Link className="grow long-name" to={filter.address} onClick={onChosen} title={filter.address}>
              {filter.name}
            </Link>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('filter.forget', { name: filter.name })}
              onClick={() => remove.send({ params: { filterId: filter.id } })}
            />
          </li>
        ))}
      </ul>
      <Form layout="inline" onFinish={() => save.send({ body: { page, name, address: here } })}>
        <Input
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
          placeholder={t('filter.saveAs')}
          aria-label={t('filter.saveAs')}
          style={{ width: 180 }}
        />
        <Button htmlType="submit" disabled={name.trim() === ''} loading={save.isSending}>
          {t('frame.act.save')}
        </Button>
      </Form>
      <ProblemNote error={save.error ?? remove.error} />
    </div>
  );
}
