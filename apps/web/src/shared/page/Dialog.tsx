import { Modal, type ModalProps } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';

const firstField = 'input:not([type="radio"], [type="checkbox"]):enabled, textarea:enabled';

/** A dialog: the keyboard stands in its first field, and when it is closed, where it stood before. */
export function Dialog({ children, ...props }: ModalProps) {
  return (
    <Modal {...props}>
      <KeyboardWithin>{children}</KeyboardWithin>
    </Modal>
  );
}

/** The design system takes the keyboard to the button that closes it, and loses it where the whole dialog is taken away. */
function KeyboardWithin({ children }: { children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null);
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    // After the design system's own turn.
    const turn = setTimeout(() => {
      // On a busy machine somebody may already type in another field.
      if (content.current?.contains(document.activeElement)) return;
      content.current?.querySelector<HTMLElement>(firstField)?.focus();
    });
    return () => {
      clearTimeout(turn);
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
    };
  }, [before]);
  return <div ref={content}>{children}</div>;
}
