import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Band } from '#app/components/fields.tsx';
import { EntryForm, ItemEntry, ThresholdEntry, TypedField, WeightField } from '#app/components/floor-forms.tsx';
import { FloorStatus, OfflineChoice } from '#app/components/floor-status.tsx';
import { Icon } from '#app/components/icon.tsx';
import { useNonce } from '#app/components/nonce.ts';
import { useWords } from '#app/components/words.tsx';
import { startVisit } from '#app/data/visit.server.ts';
import { formOf } from '#app/domain/floor-page.ts';
import { hintPattern } from '#app/domain/identity-hints.ts';
import { mayStand } from '#app/domain/kept-text.ts';
import type { ThresholdWeight } from '#app/domain/placement-threshold.ts';
import { postedForm } from '#app/web/form.ts';
import { titleMeta } from '#app/web/page.ts';
import { placementMenu } from '#app/web/placement-page.server.ts';
import { type PlacementVisit, requirePlacement } from '#app/web/placement-visit.server.ts';
import { readFloorPage } from '#app/web/visit-page.server.ts';
import { syncEntries } from '#app/web/visit-sync.server.ts';

export const meta = titleMeta;
export const handle = { nav: 'placement', ownApp: true };

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePlacement(args, 'visit');
  return { ...(await placementMenu(visit)), ...(await readFloorPage(visit, args.request, null)) };
}

/** One entry, as the script would send it; or the beginning of the visit. */
export async function action(args: ActionFunctionArgs) {
  const visit = await requirePlacement(args, 'visit');
  const values = textsOf(await postedForm(args.request));
  if (values.intent === 'start') return startNow(visit);
  const form = formOf(values);
  const error = asksSecondLook(values) ? 'error.identity' : await refusalOf(visit, args.request, values);
  if (error) return data(await readFloorPage(visit, args.request, { form, error, values }), { status: 422 });
  throw redirect(`${pathOf(visit)}#${form}`);
}

/** With script the page says so while it is typed. */
const asksSecondLook = (values: Record<string, string>) => !['text', 'note'].every((field) => mayStand(values, field));

async function refusalOf(visit: PlacementVisit, request: Request, values: Record<string, string>) {
  const [result] = await syncEntries(visit, request, [values]);
  return result?.outcome === 'refused' ? result.error : null;
}

const pathOf = ({ language, placement }: PlacementVisit) => `/${language}/placements/${placement.id}/visit`;

async function startNow(visit: PlacementVisit): Promise<never> {
  const { services, placement, today } = visit;
  if (placement.closedOn === null)
    await startVisit(services.store, placement.id, { id: services.newId(), on: today, at: services.now() });
  throw redirect(pathOf(visit));
}

const textsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter((field): field is [string, string] => typeof field[1] === 'string'));

/** What the script may have to say, in the reader's language. */
const scriptWords = [
  'saved.at',
  'saved.saving',
  'visit.unsent',
  'visit.waiting',
  'visit.signed-out',
  'visit.kept',
  'visit.not-kept',
];
const scriptErrors = [
  'text',
  'characters',
  'too-long',
  'too-large',
  'option',
  'item',
  'empty',
  'needed',
  'choose',
  'day',
  'threshold',
  'not-shared',
  'placement-closed',
];

export default function Visit() {
  const { language, t, words } = useWords();
  const nonce = useNonce();
  const loaded = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? loaded;
  const { placement, refused } = page;
  const base = `/${language}/placements/${placement.id}`;
  const spoken = [...scriptWords, ...scriptErrors.map((name) => `error.${name}`)];
  return (
    <div
      className="wrap floor"
      data-visit={placement.id}
      data-language={language}
      data-hints={hintPattern()}
      data-closed={page.closed ? '' : undefined}
      data-words={JSON.stringify(Object.fromEntries(spoken.map((key) => [key, words[key] ?? t(key)])))}
    >
      <p className="crumb">
        <a href={base}>
          <Icon name="arrow-left" />
          {placement.code}
        </a>
      </p>
      <div className="title">
        <p className="kicker">
          {placement.job} · {placement.host}
        </p>
        <h1>{t('visit.title', { code: placement.code })}</h1>
      </div>
      <FloorStatus />
      {page.closed ? (
        <p className="lead">{t('visit.closed')}</p>
      ) : (
        <>
          <section id="floor-visit" data-live className="floor-now" aria-label={t('visit.now')}>
            {page.since ? (
              <p className="row">
                <span role="status">{t('visit.since', { time: page.since })}</span>
                <a className="button button--secondary" href={`${base}/visit/report`}>
                  {t('visit.finish')}
                </a>
              </p>
            ) : (
              <form method="post">
                <button className="button" type="submit" name="intent" value="start">
                  {t('visit.start')}
                </button>
              </form>
            )}
          </section>
          <OfflineChoice />
          <Band title={t('visit.new-threshold')} id="new-threshold" intro={t('visit.new-threshold-intro')}>
            <EntryForm form="threshold" fields={{ kind: 'threshold', id: page.ids.threshold }} refused={refused}>
              <TypedField
                form="threshold"
                name="text"
                label={t('visit.what')}
                hint={t('visit.host-reads')}
                value={typedIn(refused, 'threshold', 'text')}
                rows={3}
              />
              <WeightField form="threshold" chosen={typedIn(refused, 'threshold', 'weight') as ThresholdWeight | ''} />
              <div className="field">
                <label className="floor-label" htmlFor="threshold-item">
                  {t('visit.item')} <span className="muted">{t('form.optional')}</span>
                </label>
                <select
                  className="input"
                  id="threshold-item"
                  name="item"
                  defaultValue={typedIn(refused, 'threshold', 'item')}
                >
                  <option value="">{t('visit.no-item')}</option>
                  {page.choices.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </select>
              </div>
              <button className="button" type="submit">
                {t('visit.save')}
              </button>
            </EntryForm>
          </Band>
          <Band title={t('visit.thresholds')} id="thresholds">
            <ul className="floor-list" role="list" id="floor-thresholds" data-live>
              {page.thresholds.length === 0 ? <li>{t('visit.no-thresholds')}</li> : null}
              {page.thresholds.map((one) => (
                <ThresholdEntry key={one.id} threshold={one} today={page.today} refused={refused} />
              ))}
            </ul>
          </Band>
          <Band title={t('visit.notes')} id="notes" intro={t('visit.notes-intro')}>
            <EntryForm form="note" fields={{ kind: 'note', id: page.ids.note }} refused={refused}>
              <TypedField
                form="note"
                name="text"
                label={t('visit.note')}
                value={typedIn(refused, 'note', 'text')}
                rows={3}
              />
              <button className="button" type="submit">
                {t('visit.save-note')}
              </button>
            </EntryForm>
            <ul className="floor-list" role="list" id="floor-notes" data-live>
              {page.notes.map((one) => (
                <li key={one.id}>
                  <p className="small muted">{one.at}</p>
                  <p>{one.text}</p>
                </li>
              ))}
            </ul>
          </Band>
          <Band
            title={t('visit.items')}
            id="items"
            intro={`${t('visit.items-intro')} ${page.items ? t('visit.workplace-after') : ''}`}
          >
            <ul className="floor-list" role="list" id="floor-items" data-live>
              {page.items?.map((one) => <ItemEntry key={one.item.id} shown={one} refused={refused} />) ?? (
                <li>{t('visit.not-shared')}</li>
              )}
            </ul>
          </Band>
        </>
      )}
      <script type="module" src="/visit.js" nonce={nonce} />
    </div>
  );
}

const typedIn = (refused: { form: string; values: Record<string, string> } | null, form: string, name: string) =>
  refused?.form === form ? (refused.values[name] ?? '') : '';
