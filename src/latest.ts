/**
 * Remembers what was worked out for the latest version of the data: whoever asks in that version gets the same promise.
 * What failed is worked out again by whoever asks next.
 */
export function rememberLatest<Made>(): (version: string, make: () => Promise<Made>) => Promise<Made> {
  let known: { version: string; made: Promise<Made> } | undefined;
  return (version, make) => {
    if (known?.version === version) return known.made;
    const latest = { version, made: make() };
    known = latest;
    latest.made.catch(() => {
      // What was worked out for a newer version meanwhile stays.
      if (known === latest) known = undefined;
    });
    return latest.made;
  };
}
