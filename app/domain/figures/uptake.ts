import type { Member } from './member.ts';

export type Uptake = { week: string; kind: 'opened' | 'started' | 'handed-in'; countingKey: string; account: boolean };

/**
 * Who used a campaign: one member per browser or organisation for the whole of it, and one per week, so that those who
 * opened and did not start are seen as the group they are.
 */
export function uptakeMembers(campaignId: string, uptake: readonly Uptake[]): Member[] {
  return [...Map.groupBy(uptake, ({ countingKey }) => countingKey)].flatMap(([key, list]) => {
    const member = (id: string, rows: string[]): Member => ({
      id: `${key}:${campaignId}:${id}:${rows.join()}`,
      source: key,
      organisation: key,
      account: list.some(({ account }) => account),
      rows: rows.map((row) => `campaign:${campaignId}/${row}`),
    });
    const weeks = Map.groupBy(list, ({ week }) => week);
    return [
      member('total', [...new Set(list.map(({ kind }) => `total/${kind}`))].sort()),
      ...[...weeks].map(([week, of]) =>
        member(week, [...new Set(of.map(({ kind }) => `week/${week}.${kind}`))].sort()),
      ),
    ];
  });
}
