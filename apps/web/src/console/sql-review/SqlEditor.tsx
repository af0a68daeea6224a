import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { EditorMark } from './marks-of.ts';

interface SqlEditorProps {
  readonly label: string;
  /** What it begins with. From then on the text is the editor's: handed back, it would be older than what was typed since. */
  readonly initial: string;
  readonly marks: readonly EditorMark[];
  /** A place to show: the cursor goes there, each time anew. */
  readonly shown: { readonly at: number } | undefined;
  readonly onChange: (text: string) => void;
  /** Ctrl/Cmd-Enter. */
  readonly onSubmit: () => void;
}

/** A text with findings in its margin and under its words; Tab leaves it, Ctrl-Enter reviews. */
export function SqlEditor({ label, initial, marks, shown, onChange, onSubmit }: SqlEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const acts = useRef({ onChange, onSubmit });
  acts.current = { onChange, onSubmit };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once
  useEffect(() => {
    if (!place.current) return;
    const run = () => {
      acts.current.onSubmit();
      return true;
    };
    const submit = { key: 'Mod-Enter', run };
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: initial,
        extensions: [
          ...[lineNumbers(), lintGutter(), history(), drawSelection(), highlightActiveLine(), EditorView.lineWrapping],
          // By itself it leaves some marks of direction to turn the text around.
          highlightSpecialChars({ addSpecialChars: /[\u202a-\u202c\u2060\u2068]/g }),
          keymap.of([submit, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) acts.current.onChange(state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => {
    const now = view.current;
    if (!now) return;
    const most = now.state.doc.length;
    const diagnostics = marks.map(
      ({ start, end, level, message }): Diagnostic => ({
        from: Math.min(start, most),
        to: Math.min(end, most),
        severity: level,
        message,
      }),
    );
    now.dispatch(setDiagnostics(now.state, diagnostics));
  }, [marks]);
  useEffect(() => {
    const now = view.current;
    if (!now || shown === undefined) return;
    const anchor = Math.min(shown.at, now.state.doc.length);
    now.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    now.focus();
  }, [shown]);
  return <div ref={place} className="sql-editor" />;
}
