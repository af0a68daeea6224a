import { FilterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { completeFilter, type FilterCatalogue, type Suggestion } from './complete-filter.ts';
import { FilterFault } from './FilterFault.tsx';
import './filter.css';

interface FilterFieldProps {
  /** The filter in force. */
  readonly value: string;
  readonly onApply: (where: string) => void;
  readonly catalogue: FilterCatalogue;
  /** What the platform said of the filter in force. */
  readonly error: Error | null;
  readonly placeholder: string;
}

/** One line of the filter language: completion while it is written, Enter asks, what is wrong is shown at its place. */
export function FilterField({ value, onApply, catalogue, error, placeholder }: FilterFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [caret, setCaret] = useState(value.length);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // What was asked here comes back as `value` when more may have been typed: that is no change from outside.
  const asked = useRef(value);
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setText(value);
  }, [value]);
  // Before the next key: whoever types on at once types behind what was taken.
  const wanted = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    input.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  });
  const offered = isOpen ? completeFilter(text, caret, catalogue) : [];

  const look = () => {
    setCaret(input.current?.selectionStart ?? text.length);
    setActive(-1);
  };
  const take = ({ insert, from, to }: Suggestion) => {
    const next = text.slice(0, from) + insert + text.slice(to);
    const place = from + insert.length;
    setText(next);
    setCaret(place);
    setActive(-1);
    setOpen(true);
    wanted.current = place;
  };
  const apply = (next: string) => {
    setOpen(false);
    asked.current = next.trim();
    onApply(asked.current);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = offered[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) return setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      return setActive((before) => (before + step + offered.length + 1) % (offered.length + 1));
    }
    if (event.key === 'Tab' && isOpen && offered.length > 0 && !event.shiftKey) {
      event.preventDefault();
      const first = chosen ?? offered[0];
      return first && take(first);
    }
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      return setOpen(true);
    }
    if (event.key === 'Escape') return isOpen ? setOpen(false) : input.current?.blur();
    if (event.key === 'Enter') return chosen ? take(chosen) : apply(text);
  };
  const isChanged = text.trim() !== value;
  return (
    <div className="filter">
      <div className="filter-line" data-wrong={error !== null && !isChanged}>
        <FilterOutlined aria-hidden />
        <input
          ref={input}
          role="combobox"
          aria-label={t('filter.label')}
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
          aria-autocomplete="list"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={4000}
          className="mono"
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setCaret(event.target.selectionStart ?? event.target.value.length);
            setActive(-1);
            setOpen(true);
          }}
          onClick={() => {
            look();
            setOpen(true);
          }}
          onKeyUp={(event) => ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key) && look()}
          onKeyDown={press}
          onBlur={() => setOpen(false)}
          data-testid="filter"
        />
        {text !== '' ? (
          <Button
            type="text"
            size="small"
            onClick={() => {
              setText('');
              apply('');
            }}
          >
            {t('filter.clear')}
          </Button>
        ) : null}
        <Button size="small" type={isChanged ? 'primary' : 'default'} onClick={() => apply(text)}>
          {t('filter.apply')}
        </Button>
      </div>
      {offered.length > 0 ? (
        <div id={`${id}-list`} role="listbox" className="filter-offers" aria-label={t('filter.offers')}>
          {offered.map((offer, at) => (
            <div
              key={offer.label}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              ref={(item) => {
                if (at === active) item?.scrollIntoView({ block: 'nearest' });
              }}
              // Before the field loses the keyboard.
              onMouseDown={(event) => {
                event.preventDefault();
                take(offer);
              }}
            >
              <code>{offer.label}</code>
              {offer.note ? <span className="faint">{offer.note}</span> : null}
            </div>
          ))}
        </div>
      ) : null}
      {error !== null && !isChanged ? <FilterFault where={value} error={error} /> : null}
    </div>
  );
}
