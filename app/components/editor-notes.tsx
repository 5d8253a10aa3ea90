import type { RemarkKind } from '#app/domain/remark.ts';
import { Band } from './fields.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

export type EditorNote = {
  id: string;
  kind: RemarkKind;
  note: string;
  day: string;
  dealtWith: string | null;
  version: string;
  title: string;
};

/** What was written to the editors: what still waits for them, and folded what they dealt with. */
export const EditorNotes = ({ notes }: { notes: EditorNote[] }) => {
  const { t } = useWords();
  const waiting = notes.filter(({ dealtWith }) => dealtWith === null);
  const done = notes.filter(({ dealtWith }) => dealtWith !== null);
  return (
    <Band title={t('cockpit.notes')} intro={t('cockpit.notes-intro')} id="notes">
      {waiting.length === 0 ? <p>{t('cockpit.no-notes')}</p> : <Notes notes={waiting} />}
      {done.length > 0 ? (
        <details className="disclosure">
          <summary>
            <Icon name="check" />
            {t('cockpit.dealt-with', { count: done.length })}
          </summary>
          <div className="disclosure__body">
            <Notes notes={done} />
          </div>
        </details>
      ) : null}
    </Band>
  );
};

const Notes = ({ notes }: { notes: EditorNote[] }) => {
  const { t } = useWords();
  return (
    <ul className="list" role="list">
      {notes.map((one) => (
        <li key={one.id}>
          <p className="typed">{one.note}</p>
          <p className="small muted">
            {one.title} · {t(`remark.${one.kind}`)} · {one.day} · {one.version}
            {one.dealtWith ? ` · ${t('cockpit.dealt-with-on', { day: one.dealtWith })}` : ''}
          </p>
          <form method="post">
            <input type="hidden" name="note" value={one.id} />
            <button
              className="button button--secondary button--small"
              type="submit"
              name="intent"
              value={one.dealtWith ? 'reopen' : 'deal-with'}
            >
              {t(one.dealtWith ? 'cockpit.reopen' : 'cockpit.deal-with')}
              <span className="visually-hidden">: {one.note}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
};
