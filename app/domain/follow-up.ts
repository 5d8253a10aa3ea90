/** Who fills in a follow-up, each their own. */
export const followUpSides = ['employer', 'coach'] as const;
export type FollowUpSide = (typeof followUpSides)[number];

export type FollowUpOption = { id: string; label: string };
/** One choice of three or four. The same id on both sides is the same question in other words. */
export type FollowUpQuestion = { id: string; question: string; options: FollowUpOption[] };
export type FollowUpStep = { id: string; title: string; questions: FollowUpQuestion[] };

/** Three short steps about the job and the workplace, with one free text at the end. */
export type FollowUpForm = { steps: FollowUpStep[]; note: { label: string; help: string } };
export type FollowUp = Record<FollowUpSide, FollowUpForm>;
