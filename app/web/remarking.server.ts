import { listRemarks, saveRemark, takeBackRemark } from '#app/data/remark.server.ts';
import type { Item } from '#app/domain/checklist.ts';
import type { FailedForm } from '#app/domain/posted-form.ts';
import { isRemarkKind, type RemarkKind, remarkOfId } from '#app/domain/remark.ts';
import { remarkInput } from '#app/domain/remark-input.ts';
import { itemOf } from './answering.server.ts';
import { checkForm, typedValues } from './form.ts';
import type { Visit } from './visit.server.ts';

/** The remarks made on the items of this assessment; null for who may make none. */
export const readRemarks = async (visit: Visit) =>
  visit.may('remark') ? listRemarks(visit.services.store, visit.assessment.id) : null;

/**
 * Keeps or takes back the remark of the button that was tapped on a section's page; the item it is about, or null when no
 * such button was.
 */
export async function tapRemark(visit: Visit, form: FormData): Promise<Item | null> {
  const [adds, takesBack] = [form.get('remark'), form.get('take-back')];
  if (adds === null && takesBack === null) return null;
  const asked = remarkOfId(String(adds ?? takesBack));
  const item = asked && itemOf(visit, asked.item);
  if (!item || !visit.may('remark')) throw new Response(null, { status: 404 });
  if (adds === null) await takeBackRemark(visit.services.store, visit.assessment.id, item.id, asked.kind);
  else await keepRemark(visit, item, asked.kind, '');
  return item;
}

/** A remark with a note, from the page of the item; what was typed with a message when it cannot be kept. */
export async function noteRemark(visit: Visit, item: Item, posted: FormData): Promise<FailedForm | null> {
  const form = checkForm(typedValues(posted), remarkInput);
  if (!form.ok) return form;
  await keepRemark(visit, item, form.data.kind, form.data.note);
  return null;
}

/** Takes back a remark from the page of the item; an unknown kind is 404. */
export async function unnoteRemark({ services, assessment }: Visit, item: Item, posted: FormData): Promise<void> {
  const kind = String(posted.get('kind'));
  if (!isRemarkKind(kind)) throw new Response(null, { status: 404 });
  await takeBackRemark(services.store, assessment.id, item.id, kind);
}

const keepRemark = ({ services, assessment }: Visit, item: Item, kind: RemarkKind, note: string) =>
  saveRemark(services.store, {
    id: services.newId(),
    assessmentId: assessment.id,
    checklistRef: assessment.checklistRef,
    item: item.id,
    kind,
    note,
    at: services.now(),
  });
