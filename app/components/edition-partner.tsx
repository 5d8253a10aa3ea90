import { accentPath, type EditionBrand, logoPath } from '#app/domain/edition-brand.ts';
import { useWords } from './words.tsx';

/** The federation beside our own brand: its picture on a neutral ground, its name, and its colour for what follows. */
export const EditionPartner = ({ brand }: { brand: EditionBrand }) => {
  const { t } = useWords();
  return (
    <p className="partner">
      {brand.accent ? <link rel="stylesheet" href={accentPath(brand.accent)} /> : null}
      {brand.logo ? (
        <img className="partner__logo" src={logoPath(brand.logo)} alt={brand.logoText} height={36} />
      ) : null}
      <span>
        {t('site.together')} <b>{brand.by}</b>
      </span>
    </p>
  );
};
