import type { ShownChapter, ShownSurvey, SurveyOption } from '#app/domain/shown-survey.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** What did not fit in a survey from elsewhere, and a form in which somebody chooses what comes along. */
export const SurveyChoice = ({ choice }: { choice: ShownSurvey }) => {
  const { t } = useWords();
  return (
    <div className="stack">
      <Mistake text={choice.mistake} />
      <Notes file={choice.file} notes={choice.notes} />
      <form className="stack" method="post" encType="multipart/form-data">
        <input type="hidden" name="survey" value={choice.waiting} />
        <input type="hidden" name="seen" value={choice.seen} />
        {choice.addedLanguages ? (
          <p className="with-icon with-icon--top">
            <Icon name="info" />
            <span>{t('survey-choice.languages', { languages: choice.addedLanguages })}</span>
          </p>
        ) : null}
        <p className="hint">
          {t('survey-choice.room-items', { count: choice.room.items })}{' '}
          {t('survey-choice.room-remedies', { count: choice.room.remedies })}
        </p>
        <Items count={choice.count} chapters={choice.chapters} />
        <Loose remedies={choice.loose} />
        <div className="step-buttons">
          <button className="button" type="submit">
            {t('survey-choice.take')}
          </button>
          <a className="button button--secondary" href="?">
            {t('survey-choice.another')}
          </a>
        </div>
      </form>
    </div>
  );
};

const Mistake = ({ text }: { text: string }) =>
  text ? (
    <div className="notice notice--error" role="alert" id="errors" tabIndex={-1}>
      <Icon name="circle-alert" />
      <p>{text}</p>
    </div>
  ) : null;

const Notes = ({ file, notes }: { file: string; notes: ShownSurvey['notes'] }) => {
  const { t } = useWords();
  return (
    <details className="part" open={notes.length < 12}>
      <summary>
        {t('survey-choice.notes', { count: notes.length })}
        <span className="chevron">
          <Icon name="chevron-down" />
        </span>
      </summary>
      <p className="muted small">{t('survey-choice.notes-intro', { file })}</p>
      <ul className="list" role="list">
        {notes.map((one) => (
          <li key={`${one.line} ${one.text}`}>
            <span className="muted">{t('survey-choice.line', { line: one.line })}</span> {one.text}
          </li>
        ))}
      </ul>
    </details>
  );
};

const Items = ({ count, chapters }: Pick<ShownSurvey, 'count' | 'chapters'>) => {
  const { t } = useWords();
  return count > 0 ? (
    <fieldset className="field stack">
      <legend>{t('survey-choice.items', { count })}</legend>
      {chapters.map(({ title, items }) =>
        title ? (
          <fieldset className="field" key={items[0]?.id}>
            <legend>{title}</legend>
            <Chapter items={items} />
          </fieldset>
        ) : (
          <Chapter key={items[0]?.id} items={items} />
        ),
      )}
    </fieldset>
  ) : null;
};

const Chapter = ({ items }: Pick<ShownChapter, 'items'>) => {
  const { t } = useWords();
  return (
    <div className="choices">
      {items.map((item) => (
        <div className="survey-item" key={item.id}>
          <Tick name="items" option={item} />
          {item.remedies.length > 0 ? (
            <details className="survey-item__remedies">
              <summary>{t('survey-choice.with-remedies', { count: item.remedies.length })}</summary>
              <Ticks legend={t('survey-choice.remedies-of', { title: item.label })} options={item.remedies} />
            </details>
          ) : null}
        </div>
      ))}
    </div>
  );
};

const Loose = ({ remedies }: { remedies: SurveyOption[] }) => {
  const { t } = useWords();
  return remedies.length > 0 ? (
    <details className="part">
      <summary>
        {t('survey-choice.loose', { count: remedies.length })}
        <span className="chevron">
          <Icon name="chevron-down" />
        </span>
      </summary>
      <Ticks legend={t('survey-choice.loose', { count: remedies.length })} options={remedies} />
    </details>
  ) : null;
};

const Ticks = ({ legend, options }: { legend: string; options: SurveyOption[] }) => (
  <fieldset>
    <legend className="visually-hidden">{legend}</legend>
    <div className="choices">
      {options.map((one) => (
        <Tick key={one.id} name="remedies" option={one} />
      ))}
    </div>
  </fieldset>
);

const Tick = ({ name, option }: { name: string; option: SurveyOption }) => (
  <label className="choice">
    <input type="checkbox" name={name} value={option.id} defaultChecked={option.picked} />
    <span>{option.label}</span>
  </label>
);
