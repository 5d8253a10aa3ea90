import { brusselsDay } from '#app/domain/calendar.ts';
import type { Checklist } from '#app/domain/checklist.ts';
import type { PaperSheet } from '#app/domain/paper-sheet.ts';
import { paperSheet } from '#app/exports/paper-sheet.ts';
import type { Services } from './services.ts';
import { newestVersion } from './versions.server.ts';

/** The blank sheet of a checklist, as it is printed today. */
export const blankSheet = (services: Services, checklist: Checklist): PaperSheet =>
  paperSheet(checklist, services.translate[checklist.language], brusselsDay(services.now()));

/** Whether a checklist is one that people fill in: no draft of a version to come. */
export const isPublic = (services: Services, { sector, version }: Checklist): boolean =>
  version <= newestVersion(services, sector);

/** Where the blank sheet of a checklist can be had. */
export const paperUrl = (ref: string, extension: 'pdf' | 'docx', language: string): string =>
  `/files/paper/${encodeURIComponent(ref)}/checklist.${extension}?lang=${language}`;
