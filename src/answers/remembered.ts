/** Longest text of which an answer is kept, so that nobody fills the memory with long ones. */
const longest = 100;

/** The same function, which keeps its answers for at most so many texts: the same few are asked for again and again. */
export function remembered<Answer>(most: number, answerTo: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (known.has(text)) return known.get(text) as Answer;
    const answer = answerTo(text);
    if (text.length > longest) return answer;
    if (known.size >= most) known.clear();
    known.set(text, answer);
    return answer;
  };
}
