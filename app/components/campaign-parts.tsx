import { CopyField } from './copy-field.tsx';
import { Icon } from './icon.tsx';
import { QrPicture } from './qr-picture.tsx';
import { Uptake, type UptakeProps } from './uptake.tsx';
import { useWords } from './words.tsx';

/** A campaign as its makers see it. */
export type ShownCampaign = UptakeProps & {
  id: string;
  url: string;
  qr: { size: number; path: string };
  edition: string;
  made: string;
  ended: string | null;
  offered: boolean;
  files: { name: string; href: string }[];
};

/** One campaign in the list, with all that is needed to spread it. */
export const CampaignLine = ({ campaign, href }: { campaign: ShownCampaign; href: string }) => {
  const { t } = useWords();
  const { id, title, url, qr } = campaign;
  return (
    <li className="campaign">
      <QrPicture qr={qr} label={t('campaign.qr', { title })} />
      <div className="stack stack--tight">
        <h3>
          <a href={href}>{title}</a>
        </h3>
        <CampaignState campaign={campaign} />
        <CopyField id={`link-${id}`} label={t('campaign.link', { title })} value={url} />
        <Uptake uptake={campaign.uptake} title={title} />
        <CampaignFiles campaign={campaign} />
        <p>
          <a className="icon-link" href={href}>
            {t('campaign.change')}
            <span className="visually-hidden"> {t('campaign.of', { title })}</span>
            <Icon name="arrow-right" />
          </a>
        </p>
      </div>
    </li>
  );
};

/** Which edition it spreads, and whether it still counts. */
export const CampaignState = ({ campaign: { edition, made, ended, offered } }: { campaign: ShownCampaign }) => {
  const { t } = useWords();
  return (
    <>
      <p className="small muted">{t('campaign.since', { edition, day: made })}</p>
      {ended ? <p className="small">{t('campaign.ended', { day: ended })}</p> : null}
      {offered ? null : <p className="small">{t('campaign.withdrawn')}</p>}
    </>
  );
};

export const CampaignFiles = ({ campaign: { files, title } }: { campaign: ShownCampaign }) => {
  const { t } = useWords();
  return (
    <ul className="row campaign__files" role="list">
      {files.map(({ name, href }) => (
        <li key={name}>
          <a className="icon-link" href={href}>
            <Icon name="download" />
            {t(`campaign-download.${name}`)}
            <span className="visually-hidden"> {t('campaign.of', { title })}</span>
          </a>
        </li>
      ))}
    </ul>
  );
};
