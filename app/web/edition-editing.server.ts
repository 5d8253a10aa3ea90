import { changeDraft } from '#app/data/edition.server.ts';
import { saveLogo } from '#app/data/logo.server.ts';
import type { EditionContent } from '#app/domain/edition.ts';
import { blankMember, type EditionHead, listFields, ownIdFor, readHead, readMember } from '#app/domain/edition-form.ts';
import { editionLimits } from '#app/domain/edition-input.ts';
import { type EditionPart, type PartMember, sayIn } from '#app/domain/edition-texts.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { type EditionVisit, isPart, seenOf } from './edition-visit.server.ts';
import { failForm, typedValues } from './form.ts';
import { readLogo } from './logo.server.ts';

/** `changed`: somebody else changed the same piece meanwhile; nothing was stored, what was typed comes back. */
export type Edited = { kind: 'saved'; at: string } | { kind: 'failed'; form: FailedForm; changed: boolean };

export const headOf = ({ languages, name, logo, logoText, accent, intro, hidden }: EditionContent): EditionHead => ({
  languages,
  name,
  logo,
  logoText,
  accent,
  intro,
  hidden,
});

/** Saves the first page, with a new picture or without the old one. */
export async function saveHead(visit: EditionVisit, posted: FormData): Promise<Edited> {
  const before = headOf(visit.edition.draft);
  const values = typedValues(posted, listFields);
  const form = readHead(values, before);
  const picture = await postedLogo(visit, posted);
  if (!form.ok) return failed({ ok: false, values, errors: form.errors });
  if (picture.kind === 'refused') return failed(failForm(values, 'logo', picture.error));
  const logo = picture.kind === 'new' ? picture.id : posted.get('without-logo') === 'yes' ? null : before.logo;
  const saved = await save(visit, String(posted.get('seen')), headOf, (draft) => ({ ...draft, ...form.data, logo }));
  return saved ? { kind: 'saved', at: '' } : changedMeanwhile(values);
}

async function postedLogo({ services, organisation }: EditionVisit, posted: FormData) {
  const file = posted.get('logo');
  if (!(file instanceof Blob) || file.size === 0) return { kind: 'none' } as const;
  const read = await readLogo(organisation.id, new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return { kind: 'refused', error: read.error } as const;
  await saveLogo(services.store, organisation.id, read.logo, services.now());
  return { kind: 'new', id: read.logo.id } as const;
}

/** The member of a list that the address names; `new` is one with nothing in it. 404 when it is not there. */
export function requireMember({ edition: { draft } }: EditionVisit, part: string | undefined, id: string | undefined) {
  if (!isPart(part)) throw new Response(null, { status: 404 });
  const list: PartMember[] = draft[part];
  const member = id === 'new' ? blankMember(part, 'own-new') : list.find((one) => one.id === id);
  if (!member || (id === 'new' && list.length >= editionLimits[part])) throw new Response(null, { status: 404 });
  return { part, member, isNew: id === 'new' };
}

/** Saves one member of a list. */
export async function saveMember(
  visit: EditionVisit,
  { part, member, isNew }: ReturnType<typeof requireMember>,
  posted: FormData,
): Promise<Edited> {
  const { languages } = visit.edition.draft;
  const values = typedValues(posted, listFields);
  const form = readMember(part, values, member, languages);
  if (!form.ok) return failed({ ok: false, values, errors: form.errors });
  let { id } = member;
  const seen = String(posted.get('seen'));
  const find = (draft: EditionContent) => memberOf(draft, part, member.id) ?? (isNew ? member : null);
  const saved = await save(visit, seen, find, (draft) => {
    // Named out of the draft as it stands now: somebody else may have added one with the same title.
    if (isNew) id = newId({ ...visit, edition: { ...visit.edition, draft } }, part, form.data);
    return withMember(draft, part, { ...form.data, id });
  });
  return saved ? { kind: 'saved', at: `/${part}/${id}` } : changedMeanwhile(values);
}

/** Takes a member out; what pointed to it is shown as a mistake. */
export async function removeMember(
  visit: EditionVisit,
  { part, member, isNew }: ReturnType<typeof requireMember>,
  posted: FormData,
): Promise<Edited> {
  if (isNew) return { kind: 'saved', at: '' };
  const find = (draft: EditionContent) => memberOf(draft, part, member.id);
  const saved = await save(visit, String(posted.get('seen')), find, (draft) => ({
    ...draft,
    [part]: (draft[part] as PartMember[]).filter(({ id }) => id !== member.id),
  }));
  return saved ? { kind: 'saved', at: '' } : changedMeanwhile(typedValues(posted, listFields));
}

/** Changes the draft when the piece that is changed is still what was on screen. */
async function save(
  { services, edition }: EditionVisit,
  seen: string,
  pieceOf: (draft: EditionContent) => unknown,
  change: (draft: EditionContent) => EditionContent,
): Promise<boolean> {
  const end = await changeDraft(services.store, edition, services.now(), (draft) =>
    seenOf(pieceOf(draft)) === seen ? change(draft) : null,
  );
  return end === 'saved';
}

const memberOf = (draft: EditionContent, part: EditionPart, id: string): PartMember | null =>
  (draft[part] as PartMember[]).find((one) => one.id === id) ?? null;

function withMember(draft: EditionContent, part: EditionPart, member: PartMember): EditionContent {
  const list: PartMember[] = draft[part];
  const known = list.some(({ id }) => id === member.id);
  return { ...draft, [part]: known ? list.map((one) => (one.id === member.id ? member : one)) : [...list, member] };
}

function newId({ edition: { draft }, checklist, language }: EditionVisit, part: EditionPart, member: PartMember) {
  const texts = 'title' in member ? member.title : 'name' in member ? member.name : member.role;
  const core = part === 'contacts' ? [] : checklist[part];
  const taken = [...draft[part], ...core].map(({ id }) => id);
  return ownIdFor(sayIn(texts, language, draft.languages), taken);
}

const failed = (form: FailedForm): Edited => ({ kind: 'failed', form, changed: false });
const changedMeanwhile = (values: FailedForm['values']): Edited => ({
  kind: 'failed',
  form: { ok: false, values, errors: {} },
  changed: true,
});
