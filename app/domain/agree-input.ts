import * as z from 'zod/mini';
import { answerInput } from './answer-input.ts';

/** The one answer that HR, team lead and job coach choose together; the owner decides. */
export const agreeInput = z.object({ item: answerInput.shape.item, value: answerInput.shape.value });
