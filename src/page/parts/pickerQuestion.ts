import { type EventBrief, eventBrief } from './linkQuestion';

export type PickerRead = { search: { totalCount: number; nodes: EventBrief[] } };

export const pickerQuestion = `# Events in whose texts these words stand
query FindEvent($text: String!, $lang: String) {
  search(text: $text, kinds: [EVENT], lang: $lang, first: 8) {
    totalCount
    nodes { ...EventBrief }
  }
}
${eventBrief}`;
