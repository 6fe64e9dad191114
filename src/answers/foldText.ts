/** Text as people type it: without case or accents, composed or not. For sorting and for finding, never for showing. */
export const foldText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
