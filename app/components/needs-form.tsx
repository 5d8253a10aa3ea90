import type { NeedFit } from '#app/domain/needs-match.ts';
import { Wall } from './glyphs.tsx';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

type Group = { group: string; name: string; needs: { id: string; title: string; meaning: string }[] };

/** What the workplace must offer, to pick from a fixed list. */
export const NeedsForm = ({ groups, chosen }: { groups: Group[]; chosen: string[] }) => {
  const { t } = useWords();
  return (
    <form method="post">
      {groups.map(({ group, name, needs }) => {
        const count = needs.filter(({ id }) => chosen.includes(id)).length;
        return (
          <details className="part" key={group}>
            <summary>
              {name}
              {count > 0 ? <span className="tag tag--done">{t('needs.chosen', { count })}</span> : null}
              <span className="chevron">
                <Icon name="chevron-down" />
              </span>
            </summary>
            <fieldset className="choices">
              <legend className="visually-hidden">{name}</legend>
              {needs.map(({ id, title, meaning }) => (
                <label className="choice" key={id}>
                  <input type="checkbox" name="need" value={id} defaultChecked={chosen.includes(id)} />
                  <span>
                    {title}
                    <small>{meaning}</small>
                  </span>
                </label>
              ))}
            </fieldset>
          </details>
        );
      })}
      <div className="step-buttons">
        <button className="button" type="submit" name="intent" value="pick">
          {t('needs.save')}
        </button>
      </div>
    </form>
  );
};

export type ShownMatch = {
  id: string;
  title: string;
  fit: NeedFit;
  items: { id: string; title: string; remedies: string[] }[];
};

/** Each need beside the workplace's answers, with what would meet it. */
export const NeedsBeside = ({ matches }: { matches: ShownMatch[] }) => {
  const { t } = useWords();
  return (
    <ul className="threshold-log" role="list">
      {matches.map(({ id, title, fit, items }) => (
        <li key={id}>
          <Wall laid={laid[fit]} />
          <div>
            <h3>{title}</h3>
            <p>
              <span className={`tag ${tags[fit]}`}>{t(`fit.${fit}`)}</span>
            </p>
            {items.map((item) => (
              <div key={item.id} className="small">
                <p>{item.title}</p>
                {item.remedies.length > 0 ? (
                  <p className="muted">{t('needs.remedies', { remedies: item.remedies.join('; ') })}</p>
                ) : null}
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
};

const laid: Record<NeedFit, 0 | 1 | 2 | 3> = { fits: 3, adapt: 2, unknown: 1, blocks: 0 };
const tags: Record<NeedFit, string> = {
  fits: 'tag--done',
  adapt: 'tag--busy',
  unknown: 'tag--empty',
  blocks: 'tag--threshold',
};
