import { useMemo } from 'preact/hooks';
import { useAnswer } from '../answers';
import { useLang, usePage, useWords } from '../state';
import { labelOf } from '../words/api';
import { type FilterKey, filterKeys, toggled, valuesOf, whereOf } from './choices';
import { type FacetRead, type FacetsRead, facetsQuestion } from './timelineQuestions';
import { timelineWords } from './words';

type Values = Record<FilterKey, { value: string; label: string; count: number | null }[]>;

/** What the events can be filtered by, with how many there are of each under the other filters; folded away at first. */
export function Filters() {
  const words = useWords(timelineWords);
  const { address, go } = usePage();
  const values = useValues();
  const chosen = filterKeys.flatMap((key) =>
    valuesOf(address, key).map((value) => values[key].find((one) => one.value === value)?.label ?? value),
  );
  const titles: Record<FilterKey, string> = {
    kinds: words.kinds,
    places: words.places,
    actors: words.actors,
    policy: words.policies,
  };
  return (
    <>
      <details class="filters">
        <summary>
          {words.filters}
          {chosen.length > 0 && ` (${chosen.length})`}
        </summary>
        <div class="facets">
          {filterKeys.map((key) => (
            <fieldset key={key}>
              <legend>{titles[key]}</legend>
              {values[key].map(({ value, label, count }) => (
                <label key={value}>
                  <input
                    type="checkbox"
                    checked={valuesOf(address, key).includes(value)}
                    onChange={() => go(toggled(address, key, value))}
                  />{' '}
                  {label} {count !== null && <small>{count}</small>}
                </label>
              ))}
            </fieldset>
          ))}
        </div>
      </details>
      {chosen.length > 0 && (
        <p class="only">
          {words.only(chosen.join('; '))}{' '}
          <button type="button" onClick={() => go(Object.fromEntries(filterKeys.map((key) => [key, null])))}>
            {words.clear}
          </button>
        </p>
      )}
    </>
  );
}

/** The values to choose from; one that is chosen stays, also where nothing is left that has it. */
function useValues(): Values {
  const { address } = usePage();
  const lang = useLang();
  const { data } = useAnswer<FacetsRead>(facetsQuestion, {
    forKinds: whereOf(address, 'kinds'),
    forPlaces: whereOf(address, 'places'),
    forActors: whereOf(address, 'actors'),
    forPolicies: whereOf(address, 'policy'),
    lang,
  });
  return useMemo(() => {
    const all = (facet: FacetRead | undefined, key: FilterKey) => {
      const known = (facet?.facets[0]?.values ?? []).map(({ value, label, count }) => ({
        value,
        count: count as number | null,
        label: key === 'kinds' ? labelOf(value, lang) : label,
      }));
      const missing = valuesOf(address, key).filter((value) => !known.some((one) => one.value === value));
      return [...known, ...missing.map((value) => ({ value, label: value, count: null }))];
    };
    return {
      kinds: all(data?.kinds, 'kinds'),
      places: all(data?.places, 'places'),
      actors: all(data?.actors, 'actors'),
      policy: all(data?.policies, 'policy'),
    };
  }, [data, address, lang]);
}
