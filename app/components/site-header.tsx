import type { languages } from '#app/domain/checklist.ts';
import type { EditionBrand } from '#app/domain/edition-brand.ts';
import { EditionPartner } from './edition-partner.tsx';
import { BrandDoor } from './glyphs.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** `current`: this page itself, or a page under it. */
export type NavLink = { href: string; label: string; current: 'page' | 'true' | undefined };
export type LanguageLink = { href: string; language: string; current: boolean };

const names: Record<(typeof languages)[number], string> = { nl: 'Nederlands', en: 'English' };

type Props = { nav: NavLink[]; otherLanguages: LanguageLink[]; edition: EditionBrand | null };

/** The brand, the main menu and the languages; on a narrow screen the menu folds into a disclosure. */
export const SiteHeader = ({ nav, otherLanguages, edition }: Props) => {
  const { language, t } = useWords();
  const links = (
    <>
      {nav.map((link) => (
        <a key={link.href} href={link.href} aria-current={link.current}>
          {link.label}
        </a>
      ))}
      <span className="languages">
        <span className="visually-hidden">{t('site.language')} </span>
        {otherLanguages.map((one) => (
          <a
            key={one.language}
            href={one.href}
            lang={one.language}
            hrefLang={one.language}
            aria-current={one.current ? 'true' : undefined}
          >
            {one.language.toUpperCase()}
            <span className="visually-hidden"> {names[one.language as keyof typeof names]}</span>
          </a>
        ))}
      </span>
    </>
  );
  return (
    <header className="site-header">
      <div className="wrap">
        <a className="brand" href={`/${language}`}>
          <BrandDoor />
          <span>
            Toolbox
            <br />
            Doorstroom
          </span>
        </a>
        {edition ? <EditionPartner brand={edition} /> : null}
        <nav aria-label={t('site.menu')}>{links}</nav>
        <details className="menu">
          <summary>
            <Icon name="menu" />
            {t('site.menu-short')}
          </summary>
          <div>{links}</div>
        </details>
      </div>
    </header>
  );
};
