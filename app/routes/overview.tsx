import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EarlierAnswer } from '#app/components/earlier-answer.tsx';
import { glyphCount, Steps, Wall } from '#app/components/glyphs.tsx';
import { Icon } from '#app/components/icon.tsx';
import { CodeCard, WorkplaceCard } from '#app/components/overview-cards.tsx';
import { PlacementsHere } from '#app/components/placements-here.tsx';
import { useWords } from '#app/components/words.tsx';
import type { AnchorValue } from '#app/domain/checklist.ts';
import { showCode } from '#app/domain/code.ts';
import { itemCode, minutesLeft } from '#app/domain/progress.ts';
import type { CountedAnswers } from '#app/domain/verdict.ts';
import { type AssessmentState, openAnswersOf, readState } from '#app/web/assessment-state.server.ts';
import { contextWords } from '#app/web/context-words.ts';
import { drawEarlier } from '#app/web/earlier-answers.server.ts';
import { askerOf, brandOf } from '#app/web/edition-brand.ts';
import { placementsHere } from '#app/web/host-placements.server.ts';
import { findOwnCode } from '#app/web/own-codes.ts';
import { looksApart, ownCounted, ownSections, readableAnswers } from '#app/web/own-view.server.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { newestVersion } from '#app/web/versions.server.ts';
import { allowed, requireVisit, type Visit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment', quick: true };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'read-answers');
  const state = await readState(visit);
  const { services, checklist, assessment, t } = visit;
  const code = visit.may('share') ? await findOwnCode(services, args.request, assessment.id) : null;
  const sections = ownSections(visit, state);
  const counted = ownCounted(visit, state);
  const open = sections.reduce((sum, one) => sum + one.items.length - one.answered, 0);
  const placements = await placementsHere(visit, state);
  return {
    title: titled(t, t('overview.title')),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    hasPlacements: placements.length > 0,
    placements,
    sector: checklist.name,
    label: assessment.label,
    context: contextWords(checklist, assessment.context),
    total: state.items.length,
    answered: state.items.length - open,
    minutes: minutesLeft(open),
    sections: sections.map((one) => ({
      id: one.dimension.id,
      number: one.number,
      name: one.dimension.name,
      answered: one.answered,
      status: one.status,
      lines: one.items.map((item) => lineOf(item.id, visit, state, counted)),
    })),
    coach: visit.role === 'coach',
    code: code && showCode(code),
    handedIn: state.submissions.length > 0,
    newer: visit.may('change-version') && newestVersion(services, checklist.sector) > checklist.version,
    earlier: state.earlier.map((one) => drawEarlier(visit, one)).filter(({ answers }) => answers.length > 0),
    again: looksApart(visit)
      ? null
      : [...state.again].map(([id, reason]) => ({ ...lineOf(id, visit, state, counted), reason })),
  };
}

/** One answer on the list to check. */
function lineOf(id: string, visit: Visit, state: AssessmentState, answers: CountedAnswers) {
  const item = visit.checklist.items.find((one) => one.id === id);
  const open = readableAnswers(visit, openAnswersOf(state.answers, id));
  const counted = answers[id];
  return {
    id,
    code: itemCode(state.sections, id),
    kind: item?.kind ?? 'prerequisite',
    section: item?.dimension ?? '',
    statement: item?.title ?? '',
    essential: item?.essential ?? false,
    askedBy: askerOf(visit, item),
    value: counted?.expired ? null : (counted?.value ?? null),
    disputed: counted?.disputed ?? false,
    notes: open.flatMap((one) => [one.reasonText, one.note, one.proof]).filter(Boolean),
  };
}

type Line = ReturnType<typeof lineOf>;

export default function Overview() {
  const { language, t } = useWords();
  const page = useLoaderData<typeof loader>();
  const base = `/${language}/assessments/${page.assessment}`;
  const next = page.sections.find((one) => one.status !== 'done');
  const mayHandIn = page.may.includes('hand-in');
  return (
    <div className="wrap">
      <div className="title">
        <p className="kicker">{[page.sector, page.label].filter(Boolean).join(' · ')}</p>
        <h1>{t('overview.title')}</h1>
        <p className="lead">
          {t('overview.answered', { answered: page.answered, total: page.total })}{' '}
          {page.minutes > 0 ? t('overview.minutes', { count: page.minutes }) : t('overview.ready')}
        </p>
      </div>
      <div className="with-aside">
        <div>
          <PlacementsHere placements={page.placements} listUrl={`${base}/placements`} />
          {page.newer ? (
            <div className="notice">
              <Icon name="info" />
              <div>
                <p>
                  {t('version.banner')} <a href={`${base}/version`}>{t('version.look')}</a>
                </p>
              </div>
            </div>
          ) : null}
          {page.handedIn && page.again ? <Again lines={page.again} base={base} /> : null}
          <ol className="list tasks" role="list">
            {page.sections.map((one) => (
              <li key={one.id}>
                <span
                  className={
                    one.status === 'done'
                      ? 'number number--done'
                      : one.status === 'busy'
                        ? 'number number--now'
                        : 'number'
                  }
                >
                  {one.number}
                </span>
                <a href={`${base}/sections/${one.id}`} aria-describedby={`status-${one.id}`}>
                  {one.name}
                </a>
                <Status status={one.status} id={`status-${one.id}`} />
                <small>{t('overview.of', { answered: one.answered, total: one.lines.length })}</small>
              </li>
            ))}
          </ol>
          <p className="step-buttons">
            {next ? (
              <a className="button" href={`${base}/sections/${next.id}`}>
                {t('overview.continue', { number: next.number })} <Icon name="arrow-right" />
              </a>
            ) : null}
            {mayHandIn && (!page.handedIn || !page.again?.length || !next) ? (
              <a className={next ? 'button button--secondary' : 'button'} href={`${base}/hand-in`}>
                {t('overview.hand-in')}
              </a>
            ) : null}
            <a className={next ? 'button button--secondary' : 'icon-link'} href={`${base}/result`}>
              {page.handedIn ? t('overview.result') : t('overview.provisional')}
            </a>
            {page.may.includes('hand-over') ? (
              <a className="button button--secondary" href={`${base}/hand-over`}>
                {t('shared.hand-over')}
              </a>
            ) : null}
            {page.coach ? (
              <a className="button button--secondary" href={`${base}/compare`}>
                {t('sharing.compare')}
              </a>
            ) : null}
          </p>
          {page.may.includes('answer') ? (
            <p>
              <a href={`${base}/paper`}>{t('paper.type')}</a>
            </p>
          ) : null}
          <h2 id="check">{t('overview.check')}</h2>
          {page.sections.map((one) => (
            <details className="part" key={one.id}>
              <summary>
                {one.name}
                <span className="chevron">
                  <Icon name="chevron-down" />
                </span>
              </summary>
              <dl className="review">
                {one.lines.map((line) => (
                  <ReviewLine key={line.id} line={line} base={base} />
                ))}
              </dl>
            </details>
          ))}
          {page.earlier.length > 0 ? (
            <details className="part">
              <summary>
                {t('version.earlier')}
                <span className="chevron">
                  <Icon name="chevron-down" />
                </span>
              </summary>
              <p>{t('version.earlier-intro')}</p>
              {page.earlier.map((one) => (
                <EarlierAnswer key={one.id} earlier={one} />
              ))}
              {page.may.includes('change-version') ? (
                <p>
                  <a href={`${base}/version`}>{t('version.title')}</a>
                </p>
              ) : null}
            </details>
          ) : null}
        </div>
        <aside aria-label={t('overview.aside')}>
          <WorkplaceCard
            context={page.context}
            label={page.label}
            changeUrl={page.may.includes('change-context') ? `${base}/context` : null}
          />
          {page.may.includes('share') ? <CodeCard code={page.code} accessUrl={`${base}/access`} /> : null}
        </aside>
      </div>
    </div>
  );
}

const Status = ({ status, id }: { status: 'done' | 'busy' | 'to-do'; id: string }) => {
  const { t } = useWords();
  const look = { done: 'tag tag--done', busy: 'tag tag--busy', 'to-do': 'tag tag--empty' };
  return (
    <span className={look[status]} id={id}>
      {status === 'done' ? <Icon name="check" /> : null}
      {t(`status.${status}`)}
    </span>
  );
};

const ReviewLine = ({ line, base }: { line: Line; base: string }) => {
  const { t } = useWords();
  return (
    <div>
      <dt>
        {line.code} {line.statement}{' '}
        {line.essential ? (
          <span className="essential">
            <Icon name="key-round" />
            {t('item.essential')}
          </span>
        ) : null}
        {line.askedBy ? <span className="tag tag--accent">{line.askedBy}</span> : null}
      </dt>
      <dd className="review__answer">
        <Glyph line={line} />
        {line.value ? t(`answer.${line.value}`) : t('answer.none')}
        {line.disputed ? ` (${t('conflict.short')})` : ''}
      </dd>
      <dd className="review__link">
        <a href={`${base}/sections/${line.section}#${line.id}`}>
          {line.value ? t('overview.change') : t('overview.fill-in')}
          <span className="visually-hidden"> {line.code}</span>
        </a>
      </dd>
      {line.notes.map((note) => (
        <dd className="review__note" key={note}>
          {t('overview.note', { note })}
        </dd>
      ))}
    </div>
  );
};

const Glyph = ({ line }: { line: Line }) => {
  const count = line.value && line.value in glyphCount ? glyphCount[line.value as AnchorValue] : null;
  if (count === null) return null;
  return line.kind === 'prerequisite' ? <Wall laid={count} /> : <Steps high={count} />;
};

/** The next round asks only what changed, expired or was never known. */
const Again = ({ lines, base }: { lines: (Line & { reason: string })[]; base: string }) => {
  const { t } = useWords();
  return (
    <div className="notice notice--highlight">
      <Icon name="refresh-cw" />
      <div>
        <h2>{t('round.next')}</h2>
        <p>{lines.length > 0 ? t('round.again', { count: lines.length }) : t('round.nothing')}</p>
        {lines.map((line) => (
          <p key={line.id}>
            <a href={`${base}/sections/${line.section}#${line.id}`}>
              {line.code} {line.statement}
            </a>{' '}
            {t(`again.${line.reason}`)}
          </p>
        ))}
      </div>
    </div>
  );
};
