import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AnswerItem } from '#app/components/answer-item.tsx';
import { Steps, Wall } from '#app/components/glyphs.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useNonce } from '#app/components/nonce.ts';
import { EnterSends } from '#app/components/remark-fold.tsx';
import { Offline, SavedLine, SectionNav, Unsent } from '#app/components/section-nav.tsx';
import { useWords } from '#app/components/words.tsx';
import { AnswerIdTaken } from '#app/data/answer.server.ts';
import { itemsOfEveryVersion } from '#app/domain/across-versions.ts';
import type { AnswerInput } from '#app/domain/answer-input.ts';
import { showTime } from '#app/domain/calendar.ts';
import { showCode } from '#app/domain/code.ts';
import type { SectionProgress } from '#app/domain/progress.ts';
import { answerAllAs } from '#app/web/answering.server.ts';
import { type AssessmentState, readState } from '#app/web/assessment-state.server.ts';
import { brandOf } from '#app/web/edition-brand.ts';
import { readEvidence } from '#app/web/evidence.server.ts';
import { postedForm } from '#app/web/form.ts';
import { findOwnCode } from '#app/web/own-codes.ts';
import { isOwn, looksApart, ownSections } from '#app/web/own-view.server.ts';
import { titled, titleMeta } from '#app/web/page.ts';
import { readRemarks, tapRemark } from '#app/web/remarking.server.ts';
import {
  type Refused,
  readSection,
  refusedInput,
  type Stray,
  showItem,
  strayParts,
} from '#app/web/section-page.server.ts';
import { wasRefused } from '#app/web/unavailable.ts';
import { versionsOf } from '#app/web/versions.server.ts';
import { allowed, requireVisit, type Visit } from '#app/web/visit.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'assessment', quick: true };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireVisit(args, 'answer');
  const state = await readState(visit);
  const code = visit.may('share') ? await findOwnCode(visit.services, args.request, visit.assessment.id) : null;
  return { ...(await sectionPage(visit, state, args.params.section, {}, [])), code: code && showCode(code) };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requireVisit(args, 'answer');
  const form = await postedForm(args.request);
  const state = await readState(visit);
  const section = requireSection(state.sections, args.params.section);
  const remarked = await tapRemark(visit, form);
  const { inputs, refused } = readSection(visit, state, [...section.items, ...itemsOfOthers(visit, section)], form);
  if (inputs.length > 0) Object.assign(refused, await saveOrRefuse(visit, inputs));
  const strays = strayParts(visit, section.items, form);
  if (Object.keys(refused).length + strays.length > 0)
    return data(await sectionPage(visit, await readState(visit), args.params.section, refused, strays), {
      status: 422,
    });
  const next = state.sections[section.number];
  const base = `/${visit.language}/assessments/${visit.assessment.id}`;
  if (remarked) return redirect(`${base}/sections/${section.dimension.id}#${remarked.id}`);
  return redirect(form.get('stop') || !next ? base : `${base}/sections/${next.dimension.id}`);
}

/** What other versions ask in this section: the page may have been open while the assessment moved on. */
const itemsOfOthers = (visit: Visit, { dimension, items }: SectionProgress) =>
  itemsOfEveryVersion(visit.checklist, versionsOf(visit)).filter(
    (one) => one.dimension === dimension.id && !items.includes(one),
  );

/** Stores the answers; when nothing can be stored now, all of them come back with what was typed. */
async function saveOrRefuse(visit: Visit, inputs: AnswerInput[]): Promise<Record<string, Refused>> {
  try {
    await answerAllAs(visit, inputs);
    return {};
  } catch (thrown) {
    if (!wasRefused(thrown) && !(thrown instanceof AnswerIdTaken)) throw thrown;
    return Object.fromEntries(inputs.map((one) => [one.item, refusedInput(one)]));
  }
}

function requireSection(sections: SectionProgress[], id: string | undefined) {
  const section = sections.find((one) => one.dimension.id === id);
  if (!section) throw new Response(null, { status: 404 });
  return section;
}

async function sectionPage(
  visit: Visit,
  state: AssessmentState,
  id: string | undefined,
  refused: Record<string, Refused>,
  strays: Stray[],
) {
  const { language, t, checklist, assessment } = visit;
  const sections = ownSections(visit, state);
  const section = requireSection(sections, id);
  const [evidence, remarks] = await Promise.all([readEvidence(visit), readRemarks(visit)]);
  const last = state.answers.filter((one) => !looksApart(visit) || isOwn(visit, one)).at(-1);
  return {
    title: titled(t, section.dimension.name),
    may: allowed(visit),
    edition: brandOf(visit),
    assessment: assessment.id,
    sector: checklist.name,
    number: section.number,
    name: section.dimension.name,
    question: section.dimension.question,
    sections: sections.map((one) => ({
      id: one.dimension.id,
      number: one.number,
      name: one.dimension.name,
      answered: one.answered,
      total: one.items.length,
      status: one.status,
    })),
    items: section.items.map((item) => ({
      ...showItem(visit, state, item, refused[item.id]),
      evidence: evidence.ofItem(item),
      remarks: remarks?.filter((one) => one.item === item.id).map(({ kind }) => kind),
    })),
    strays,
    savedAt: last ? showTime(language, last.at) : null,
  };
}

const saverErrors = [
  'text',
  'characters',
  'too-long',
  'too-large',
  'option',
  'item',
  'reason-needed',
  'empty',
  'identity',
] as const;

export default function Section() {
  const { language, t } = useWords();
  const nonce = useNonce();
  const loaded = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? loaded;
  const base = `/${language}/assessments/${page.assessment}`;
  const next = page.sections[page.number];
  const previous = page.sections[page.number - 2];
  const failed = page.items.filter((one) => one.error);
  const answered = page.sections[page.number - 1]?.answered ?? 0;
  // What the script may have to say beside a field, in the reader's language.
  const messages = Object.fromEntries(saverErrors.map((name) => [`data-error-${name}`, t(`error.${name}`)]));
  return (
    <div className="wrap page with-nav">
      <aside className="side wide-only" aria-label={t('section.progress')}>
        <SectionNav sections={page.sections} current={page.sections[page.number - 1]?.id ?? ''} base={base} />
        <SavedLine at={page.savedAt} />
        {loaded.code ? <OwnCode code={loaded.code} base={base} /> : null}
      </aside>
      <form method="post" data-saver data-assessment={page.assessment} data-language={language} {...messages}>
        <EnterSends />
        <div className="section-head">
          <p className="kicker">
            {t('section.kicker', { sector: page.sector, number: page.number, total: page.sections.length })}
          </p>
          <h1>{page.name}</h1>
          <p className="lead">{page.question}</p>
          <div
            className="tiles narrow-only"
            role="img"
            aria-label={t('section.tiles', { number: page.number, total: page.sections.length })}
          >
            {page.sections.map((one) => (
              <span
                key={one.id}
                className={one.number === page.number ? 'now' : one.status === 'done' ? 'done' : undefined}
              />
            ))}
          </div>
          <div className="narrow-only">
            <SavedLine at={page.savedAt} />
            {loaded.code ? <OwnCode code={loaded.code} base={base} /> : null}
          </div>
          <Offline />
          <Unsent />
          {failed.length + page.strays.length > 0 ? (
            <div className="notice notice--error" role="alert" tabIndex={-1} id="errors">
              <Icon name="circle-alert" />
              <div>
                <h2>{t('form.errors', { count: failed.length + page.strays.length })}</h2>
                {failed.map((one) => (
                  <p key={one.item.id}>
                    <a href={`#${one.item.id}`}>
                      {one.code}: {t(one.error as string)}
                    </a>
                  </p>
                ))}
                {page.strays.map(({ part, typed }) => (
                  <p key={part}>
                    {t('section.stray', { part })} {typed ? t('section.stray-typed', { typed }) : ''}
                  </p>
                ))}
              </div>
            </div>
          ) : null}
          <div className="legend-row">
            <p>
              <Wall laid={3} />
              <span>
                <strong>{t('kind.prerequisite')}:</strong> {t('section.prerequisite')}
              </span>
            </p>
            <p>
              <Steps high={2} />
              <span>
                <strong>{t('kind.threshold')}:</strong> {t('section.threshold')}
              </span>
            </p>
          </div>
          <p className="tiny muted with-script" hidden>
            {t('section.keys')}
          </p>
        </div>
        <ol className="items" role="list">
          {page.items.map((shown) => (
            <AnswerItem
              key={shown.item.id}
              shown={shown}
              itemUrl={`${base}/items/${shown.item.id}`}
              canAsk={page.may.includes('ask')}
              evidence={shown.evidence}
              remarks={shown.remarks}
            />
          ))}
        </ol>
        <div className="step-buttons">
          <button className="button" type="submit">
            {next ? t('section.next', { number: next.number }) : t('section.last')} <Icon name="arrow-right" />
          </button>
          {previous ? (
            <a className="icon-link" href={`${base}/sections/${previous.id}`}>
              {t('section.previous', { number: previous.number })}
            </a>
          ) : null}
          <button className="button button--secondary" type="submit" name="stop" value="1">
            {t('section.stop')}
          </button>
        </div>
        <p className="muted small" data-open={t('section.open')}>
          {t('section.open', { answered, total: page.items.length })}
        </p>
      </form>
      <script type="module" src="/saver.js" nonce={nonce} />
    </div>
  );
}

const OwnCode = ({ code, base }: { code: string; base: string }) => {
  const { t } = useWords();
  return (
    <p className="tiny muted">
      {t('section.code')} <strong>{code}</strong>. {t('section.code-lost')}{' '}
      <a href={`${base}/access#code`}>{t('section.code-print')}</a>
    </p>
  );
};
