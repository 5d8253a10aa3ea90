import { expect, test } from 'vitest';
import { visitReportInput } from '#app/domain/visit-report.ts';

test.each([
  ['nothing to tick', undefined, []],
  ['one box, not ticked', '', []],
  ['one box, ticked', 'note-1', ['note-1']],
  ['several boxes', ['note-1', 'note-2'], ['note-1', 'note-2']],
])('a visit can be finished with %s', (_, notes, taken) => {
  expect(visitReportInput.parse({ remark: '', notes }).notes).toEqual(taken);
});
