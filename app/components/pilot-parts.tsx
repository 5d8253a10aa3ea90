import type { FailedForm } from '#app/domain/posted-form.ts';
import { Band } from './fields.tsx';
import { Icon } from './icon.tsx';
import { RemovePart } from './pilot-forms.tsx';
import { useWords } from './words.tsx';

type Phase = { phase: number; status: string; heading: string; ready: number; expected: number; day: string | null };

/** The nine phases as a list of tasks: the heading is the way in, the tag says how far it is. */
export const PilotPhases = ({ phases, base, synthesis }: { phases: Phase[]; base: string; synthesis: string }) => {
  const { t } = useWords();
  return (
    <Band title={t('pilot.phases')} intro={synthesis} id="phases">
      <ol className="list pilot-list" role="list">
        {phases.map(({ phase, status, heading, ready, expected, day }) => (
          <li key={phase}>
            <a href={`${base}/phases/${phase}`}>{heading}</a>
            <span className="muted">{t('pilot.ready', { count: ready, of: expected })}</span>
            <span
              className={`tag ${status === 'done' ? 'tag--done' : status === 'doing' ? 'tag--busy' : 'tag--empty'}`}
            >
              {day ? t('pilot.done-on', { day }) : t(`pilot-status.${status}`)}
            </span>
          </li>
        ))}
      </ol>
    </Band>
  );
};

type Partner = { id: string; kind: string; name: string; contribution: string };
export const PilotPartners = ({ partners, base, open }: { partners: Partner[]; base: string; open: boolean }) => {
  const { t } = useWords();
  return (
    <ul className="list pilot-items" role="list">
      {partners.map(({ id, kind, name, contribution }) => (
        <li key={id}>
          <h3>{name || t('pilot.partner-unnamed')}</h3>
          <p className="small muted">{t(`pilot-partner.${kind}`)}</p>
          {contribution ? <p>{contribution}</p> : null}
          {open ? (
            <div className="row">
              <a href={`${base}?partner=${id}#partners`}>
                {t('pilot.change')}
                <span className="visually-hidden"> {name || t('pilot.partner-unnamed')}</span>
              </a>
              <RemovePart what="partner" id={id} label={name} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
};

type Entry = { id: string; phase: string; day: string; note: string };
export const PilotEntries = ({ entries, open }: { entries: Entry[]; open: boolean }) => (
  <ul className="list pilot-items" role="list">
    {entries.map(({ id, phase, day, note }) => (
      <li key={id}>
        <p className="small muted">
          {day} · {phase}
        </p>
        <p>{note}</p>
        {open ? <RemovePart what="entry" id={id} label={day} /> : null}
      </li>
    ))}
  </ul>
);

type Lesson = { id: string; kind: string; note: string; origin: string; item: string };
export const PilotLessons = ({ lessons, open }: { lessons: Lesson[]; open: boolean }) => {
  const { t } = useWords();
  return (
    <ul className="list pilot-items" role="list">
      {lessons.map(({ id, kind, note, origin, item }) => (
        <li key={id}>
          <p>
            <span className="tag">{t(`pilot-lesson.${kind}`)}</span>
          </p>
          <p>{note}</p>
          {item ? <p className="small muted">{t('pilot-story.about-item', { item })}</p> : null}
          {origin ? <p className="small muted">{t('pilot-story.from-pilot', { pilot: origin })}</p> : null}
          {open ? <RemovePart what="lesson" id={id} label={note} /> : null}
        </li>
      ))}
    </ul>
  );
};

type End = {
  base: string;
  open: boolean;
  finishes: string | null;
  finished: string | null;
  published: string | null;
  mayLead: boolean;
  mayPublish: boolean;
  failed: FailedForm | undefined;
};

/** How it ends: the report, finishing, publishing, erasing. */
export const PilotEnd = ({ base, open, finishes, finished, published, mayLead, mayPublish, failed }: End) => {
  const { t } = useWords();
  return (
    <Band title={t('pilot.end')} intro={t('pilot.end-intro')} id="finish">
      <div className="stack">
        {finished ? <p>{t('pilot.finished-on', { day: finished })}</p> : null}
        {published ? <p>{t('pilot.published-on', { day: published })}</p> : null}
        {open && finishes && !failed ? <p>{t(finishes)}</p> : null}
        {failed?.errors.finish ? (
          <p className="field-error" role="alert">
            <Icon name="circle-alert" />
            {t(failed.errors.finish.message)}
          </p>
        ) : null}
        <div className="row">
          <a className="button" href={`${base}/report`}>
            <Icon name="file-text" />
            {t('pilot.report')}
          </a>
          {mayPublish ? (
            <a className="button button--secondary" href={`${base}/publish`}>
              {t('pilot.publish')}
            </a>
          ) : null}
          {open || (finished && mayLead) ? (
            <form method="post">
              <button
                className="button button--secondary"
                type="submit"
                name="intent"
                value={open ? 'finish' : 'reopen'}
              >
                {t(open ? 'pilot.finish' : 'pilot.reopen')}
              </button>
            </form>
          ) : null}
        </div>
        {mayPublish ? (
          <p>
            <a href={`${base}/delete`}>{t('pilot.delete')}</a>
          </p>
        ) : null}
      </div>
    </Band>
  );
};
