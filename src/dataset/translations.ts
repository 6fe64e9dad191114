import { createHash } from 'node:crypto';
import type { Translation } from './format';

/** What a translation keeps of the text that it was made from. */
export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** Whether a translation is of this very text; one that keeps no hash is taken at its word. */
export const fitsOriginal = ({ of }: Translation, original: string): boolean =>
  of === '' || hashOfText(original) === of;
