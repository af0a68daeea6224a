import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { actOf, type KeyPress } from './key-press.ts';
import { places } from './places.ts';

/** Where a key is typed text, or chooses something in a list that is open. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** The keys that work on every page, and the list of them. A dialog that is open has the keyboard for itself. */
export function Keys({ onSearch }: { onSearch: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const before = useRef<KeyPress>(undefined);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTyping(event.target) || document.querySelector('[role="dialog"]:not([hidden])')) return;
      const press = { key: event.key, at: event.timeStamp };
      const act = actOf(press, before.current, places);
      before.current = press;
      if (!act) return;
      event.preventDefault();
      if (act.do === 'go') void navigate(act.to);
      if (act.do === 'search') onSearch();
      if (act.do === 'keys') setShown(true);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [navigate, onSearch]);
  if (!isShown) return null;
  return (
    <Dialog
      open
      destroyOnHidden
      title={t('frame.keys.title')}
      footer={null}
      onCancel={() => setShown(false)}
      width={420}
    >
      <dl className="keys">
        <Key keys={['/']} words={t('frame.keys.search')} />
        <Key keys={['?']} words={t('frame.keys.show')} />
        <Key keys={['Esc']} words={t('frame.keys.close')} />
        {places.map(({ letter, name }) => (
          <Key key={name} keys={['g', letter]} words={t(`frame.nav.${name}`)} />
        ))}
      </dl>
    </Dialog>
  );
}

function Key({ keys, words }: { keys: readonly string[]; words: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{words}</dd>
    </div>
  );
}
