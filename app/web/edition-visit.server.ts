import { createHash } from 'node:crypto';
import { type Edition, findEdition } from '#app/data/edition.server.ts';
import type { FederationPermission } from '#app/domain/access.ts';
import type { Checklist } from '#app/domain/checklist.ts';
import { titleOf } from '#app/domain/edition-changes.ts';
import { type EditionMistake, editionMistakes } from '#app/domain/edition-mistakes.ts';
import { type EditionPart, type EditionPath, editionParts, sayIn } from '#app/domain/edition-texts.ts';
import { type FederationVisit, requireFederation } from './federation-visit.server.ts';
import { organisationPage } from './organisation-page.server.ts';
import { requireSector } from './sector.ts';

/** Somebody of a federation at one of its editions, with the checklist under it. */
export type EditionVisit = FederationVisit & { edition: Edition; checklist: Checklist; base: string };

type Asked = Parameters<typeof requireFederation>[0] & { params: { edition?: string } };

/** The visit behind a page of an edition, or 404 for everybody else. */
export async function requireEdition(asked: Asked, permission: FederationPermission): Promise<EditionVisit> {
  const visit = await requireFederation(asked, permission);
  const { services, organisation, language } = visit;
  const edition = await findEdition(services.store, organisation.id, asked.params.edition ?? '');
  if (!edition) throw new Response(null, { status: 404 });
  const checklist = requireSector(services, edition.sector, language);
  const base = `/${language}/organisations/${organisation.id}/editions/${edition.id}`;
  return { ...visit, edition, checklist, base };
}

/** What every page of an edition shows: whose, which, and what there is to mend. */
export async function editionPage(visit: EditionVisit, heading: string) {
  const { edition, checklist, language } = visit;
  return {
    ...(await organisationPage(visit, heading)),
    base: visit.base,
    slug: edition.slug,
    sector: checklist.name,
    editionName: sayIn(edition.draft.name, language, edition.draft.languages) || edition.slug,
    languages: edition.draft.languages,
    checks: checksOf(visit),
  };
}

/** A thing to mend in words: where it stands, and the field on that page. */
export type EditionCheck = { href: string; where: string; field: string; page: string; text: string; stops: boolean };

export const checksOf = (visit: EditionVisit): EditionCheck[] =>
  editionMistakes(visit.edition.draft, visit.checklist).map((one) => checkInWords(one, visit));

function checkInWords({ path, message, values, stops }: EditionMistake, visit: EditionVisit): EditionCheck {
  const { t, base } = visit;
  const { page, field, about } = placeOf(path, visit);
  const language = values.language ? ` (${t(`language.${values.language}`)})` : '';
  return {
    href: `${base}${page}#${field || 'content'}`,
    where: [about, fieldName(field, visit)].filter(Boolean).join(' · '),
    field,
    page,
    text: t(message, values) + language,
    stops,
  };
}

function placeOf(path: EditionPath, { edition: { draft }, language }: EditionVisit) {
  const [part, at] = path;
  const member = isPart(part) ? draft[part][Number(at)] : undefined;
  if (!member) return { page: '', field: fieldOf(path), about: '' };
  const about = titleOf(member, language, draft.languages);
  return { page: `/${part}/${member.id}`, field: fieldOf(path.slice(2)), about };
}

/** The field of a path: a place in a list of ids is that list. */
const fieldOf = (path: EditionPath): string =>
  path[0] !== 'anchors' && typeof path[1] === 'number' ? String(path[0]) : path.join('.');

const fieldName = (field: string, { t }: EditionVisit): string => {
  const [name, at] = field.split('.');
  if (!name) return '';
  return name === 'anchors' ? t('edition-field.anchor', { number: Number(at) + 1 }) : t(`edition-field.${name}`);
};

export const isPart = (name: unknown): name is EditionPart => (editionParts as readonly unknown[]).includes(name);

/** A sign of what somebody had on screen: it differs when anything in it does. */
export const seenOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
