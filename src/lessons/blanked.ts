/** A text whose years are left blank, so that it does not tell when it was. */
export const blanked = (text: string): string => text.replace(/\b(?:19|20)\d\d\b/g, '____');
