import type { EditionPart } from '#app/domain/edition-texts.ts';
import { Band } from './fields.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

type Props = {
  lists: { part: EditionPart; full: boolean; members: { id: string; title: string }[] }[];
  base: string;
};

/** The lists of an edition, each with a way to every member and to a new one. */
export const EditionLists = ({ lists, base }: Props) => {
  const { t } = useWords();
  return (
    <>
      {lists.map(({ part, full, members }) => (
        <Band key={part} title={t(`edition-part.${part}`)} intro={t(`edition-part.${part}-intro`)} id={part}>
          <ul className="list" role="list">
            {members.map((one) => (
              <li key={one.id}>
                <a href={`${base}/${part}/${one.id}`}>{one.title}</a>
              </li>
            ))}
          </ul>
          {full ? (
            <p className="small muted">{t('editions.full')}</p>
          ) : (
            <a className="button button--secondary" href={`${base}/${part}/new`}>
              <Icon name="plus" />
              {t(`edition-part.${part}-new`)}
            </a>
          )}
        </Band>
      ))}
    </>
  );
};
