import type { FollowUpMonth, FollowUpSide, FollowUpState } from '#app/domain/follow-up-schedule.ts';
import { AnswerLines } from './follow-up-form.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

export type ShownFollowUp = {
  month: FollowUpMonth;
  months: string;
  side: FollowUpSide;
  state: FollowUpState;
  due: string;
  filled: string | null;
  byOtherSide: boolean;
  mayFillIn: boolean;
  /** The reader would fill it in for the other side. */
  forOtherSide: boolean;
  lines: { question: string; answer: string }[];
  note: string;
};

/** The follow-ups of a placement, month by month, with how far each side is. `base` is the page that lists them, `level` that of its headings. */
export const FollowUps = ({ followUps, base, level }: { followUps: ShownFollowUp[]; base: string; level: 2 | 3 }) => {
  const Heading = `h${level}` as const;
  const months = [...new Set(followUps.map(({ month }) => month))];
  const { t } = useWords();
  return (
    <ol className="list" role="list">
      {months.map((month) => {
        const sides = followUps.filter((one) => one.month === month);
        return (
          <li key={month} id={`month-${month}`} className="follow-up-month">
            <div>
              <Heading>{t('follow-up.after', { months: sides[0]?.months ?? '' })}</Heading>
              <p className="small muted">{t('follow-up.due-on', { day: sides[0]?.due ?? '' })}</p>
            </div>
            {sides.map((one) => (
              <SideOfMonth key={one.side} followUp={one} base={base} />
            ))}
          </li>
        );
      })}
    </ol>
  );
};

const tags: Record<FollowUpState, string> = {
  'not-due': 'tag tag--empty',
  due: 'tag tag--busy',
  'reminded-3': 'tag tag--busy',
  'reminded-10': 'tag tag--busy',
  overdue: 'tag tag--busy',
  done: 'tag tag--done',
};

const SideOfMonth = ({ followUp, base }: { followUp: ShownFollowUp; base: string }) => {
  const { t } = useWords();
  const { side, state, month, filled, byOtherSide, lines, note } = followUp;
  return (
    <div className="follow-up-side">
      <p>
        <strong>{t(`follow-up.side-${side}`)}</strong>{' '}
        <span className={tags[state]}>{t(`follow-up.state-${state}`)}</span>
      </p>
      {filled ? (
        <p className="small muted">
          {t(byOtherSide ? 'follow-up.filled-for-employer' : 'follow-up.filled', { day: filled })}
        </p>
      ) : null}
      {lines.length > 0 ? (
        <details className="disclosure">
          <summary>
            {t('follow-up.read')}
            <span className="visually-hidden">
              : {t(`follow-up.side-${side}`)}, {followUp.months}
            </span>
            <Icon name="chevron-down" />
          </summary>
          <div className="disclosure__body">
            <AnswerLines lines={lines} />
            {note ? <p className="sheet">{note}</p> : null}
          </div>
        </details>
      ) : null}
      {followUp.mayFillIn ? (
        <a href={`${base}/${month}${followUp.forOtherSide ? `?side=${side}` : ''}`}>
          {t(fillInWords(followUp))}
          <span className="visually-hidden">, {followUp.months}</span>
        </a>
      ) : null}
    </div>
  );
};

const fillInWords = ({ forOtherSide, state, byOtherSide }: ShownFollowUp) => {
  if (state === 'done' && !(byOtherSide && !forOtherSide)) return 'follow-up.change';
  return forOtherSide ? 'follow-up.fill-in-for-employer' : 'follow-up.fill-in';
};
