import type { ReactNode } from 'react';
import type { CoachPage } from './coach-page.ts';
import { useWords } from './words.tsx';

/** Every page that belongs to this placement. */
export const PlacementAround = ({ page, base }: { page: CoachPage; base: string }) => {
  const { t } = useWords();
  const often = [
    ...(page.closedOn ? [] : [{ href: 'visit', text: t('visit.link'), more: '' }]),
    { href: 'tasks', text: t('tasks.link'), more: '' },
    ...(page.closedOn ? [] : [{ href: 'needs', text: t('needs.link'), more: needsStatus(page, t) }]),
    ...(page.closedOn ? [] : [{ href: 'move', text: t('move.link'), more: '' }]),
    { href: 'follow-ups', text: t('follow-up.link'), more: '' },
  ];
  const seldom = [
    { href: 'leaflet', text: t('leaflet.link'), more: t('leaflet.link-help') },
    { href: 'hand-over', text: t('placement-hand-over.link'), more: t('placement-hand-over.link-help') },
    { href: 'delete', text: t('erase.link'), more: t('erase.link-help') },
  ];
  return (
    <section aria-labelledby="around">
      <h2 id="around">{t('placement.around')}</h2>
      <LinkRows base={base} links={often} />
      <details className="disclosure">
        <summary>{t('placement.more-links', { count: seldom.length + (page.earlier ? 1 : 0) })}</summary>
        <LinkRows base={base} links={seldom}>
          {page.earlier ? (
            <li>
              {page.earlier.mine ? (
                <a href={base.replace(page.placement, page.earlier.id)}>
                  {t('placement.earlier', { code: page.earlier.code })}
                </a>
              ) : (
                t('placement.earlier', { code: page.earlier.code })
              )}
              <span className="muted small">{t('placement.earlier-help')}</span>
            </li>
          ) : null}
        </LinkRows>
      </details>
    </section>
  );
};

type LinkRowsProps = { base: string; links: { href: string; text: string; more: string }[]; children?: ReactNode };
const LinkRows = ({ base, links, children }: LinkRowsProps) => (
  <ul className="list link-rows" role="list">
    {links.map(({ href, text, more }) => (
      <li key={href}>
        <a href={`${base}/${href}`}>{text}</a>
        {more ? <span className="muted small">{more}</span> : null}
      </li>
    ))}
    {children}
  </ul>
);

const needsStatus = ({ needs, needsSharedOn }: CoachPage, t: ReturnType<typeof useWords>['t']) =>
  needsSharedOn
    ? t('needs.shared-on', { count: needs, day: needsSharedOn })
    : t(needs > 0 ? 'needs.only-you' : 'needs.none', { count: needs });
