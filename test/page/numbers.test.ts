import { h } from 'preact';
import { SeriesChart } from '../../src/page/numbers/Chart';
import { chartOf, eventsOf } from '../../src/page/numbers/layout';
import type { ObservationRead, SeriesRead } from '../../src/page/numbers/questions';
import { faultsByAxe } from '../support/axe';
import { describeInBrowser } from '../support/browser';
import { expectDrawing } from '../support/drawing';
import { createOpener } from '../support/opener';

const month = (text: string) => ({ text, earliest: `${text}-01`, latest: `${text}-28` });

const observation = (text: string, value: number | null, bound = 'EXACT', events: ObservationRead['events'] = []) =>
  ({ id: text, label: text, value, bound, period: month(text), events, sources: [] }) as unknown as ObservationRead;

const ruling = {
  id: 'ruling',
  title: 'A ruling',
  date: { text: 'May 2020', earliest: '2020-05-01', latest: '2020-05-31' },
};

/** Eight months: one without a number, one only bounded, one about right; another way of counting from July on. */
const series = {
  place: null,
  nationality: null,
  every: 'MONTH',
  first: '2020-01-01',
  last: '2020-08-31',
  observations: [
    observation('2020-01', 40),
    observation('2020-02', 55, 'ABOUT'),
    observation('2020-03', null),
    observation('2020-04', 0),
    observation('2020-05', 80, 'AT_LEAST', [ruling]),
    observation('2020-06', 60),
    observation('2020-07', 20),
    observation('2020-08', 25, 'LESS_THAN'),
  ],
  gaps: [month('2020-03')],
  breaks: [{ kind: 'BREAK', note: 'Cases, not people, from here on', period: month('2020-07') }],
} as unknown as SeriesRead;

const size = { width: 640, height: 300 };

describe('the chart of a series', () => {
  const chart = chartOf(series, eventsOf(series), [], size);

  it('has no point where a number is missing, and a point on the axis for a true zero', () => {
    expect(chart.points.map(({ observation: { id } }) => id)).not.toContain('2020-03');
    expect(chart.points.find(({ observation: { id } }) => id === '2020-04')?.y).toBe(chart.bottom);
    expect(chart.gaps).toHaveLength(1);
  });

  it('draws no line across a gap or a break', () => {
    // January to February, April to June, July to August.
    expect(chart.lines.map((path) => path.split('L').length)).toEqual([2, 3, 2]);
  });

  it('marks an event over all the days that its date can mean', () => {
    const [marker] = chart.markers;
    expect(marker?.id).toBe('ruling');
    expect((marker?.until ?? 0) - (marker?.from ?? 0)).toBeGreaterThan(30);
  });

  it('joins nothing in a series of uneven stretches', () => {
    expect(chartOf({ ...series, every: 'OTHER' }, [], [], size).lines).toEqual([]);
  });

  it('is drawn as it was looked at', () => {
    const window = { from: '2020-01-01', until: '2020-02-28', mean: 47.5 };
    const compared = chartOf(series, eventsOf(series), [window as never], size);
    expectDrawing(
      'series',
      h(SeriesChart, {
        chart: compared,
        lang: 'en',
        label: 'A made series',
        around: 'ruling',
        words: { gap: (period) => `No number for ${period}`, event: (title, date) => `Event: ${title}, ${date}` },
        inWords: ({ observation: { id, value } }) => `${id}: ${value}`,
        onRead: () => {},
        onEvent: () => {},
      }),
    );
  });
});

const landBorder = '/?view=numbers&lang=en&metric=asylum-claims-land-border';

describeInBrowser('the numbers', (executablePath) => {
  const openUntil = createOpener(executablePath);
  const open = (path: string, options = {}) => openUntil(path, '.chart .point', options);

  it('compare before and after an event, with what else happened', async () => {
    const page = await open(`${landBorder}&around=ca-stca-protocol-effective-2023`);
    const section = page.getByRole('region', { name: 'Before and after an event' });
    await section.getByText('The level differs by').waitFor();
    const text = (await section.textContent()) ?? '';
    expect(text).toContain('-2,749 claims');
    expect(text).toContain('95 % interval: from -3,430 to -2,067');
    expect(text).toContain('does not show that it came about through it');
    expect(await section.getByText('What else happened in that time').count()).toBe(1);
    expect(await page.locator('.chart .window').count()).toBe(2);
    expect(await faultsByAxe(page)).toEqual([]);
  });

  it('begin with what the first story counts, and its events', async () => {
    const page = await open('/?view=numbers&lang=en');
    expect(await page.locator('h2').first().textContent()).toContain('Asylum claims made in Canada');
    expect(await page.getByLabel('Which numbers').locator('option:checked').textContent()).toMatch(/^Canada, Mexico, /);
    expect(await page.locator('.chart .marker').count()).toBe(3);
    await page.getByLabel('What is counted').selectOption('darien-crossings');
    await page.locator('h2', { hasText: 'Darién' }).waitFor();
    expect(page.url()).toContain('metric=darien-crossings');
  });

  it('say in a sentence that they refuse, why, and what to ask instead; the hint leads there', async () => {
    const page = await open(`${landBorder}&around=ca-stca-protocol-effective-2023&months=3`);
    await page.getByText('must not be set against each other').waitFor();
    expect(await page.locator('.change').count()).toBe(0);
    await page.locator('.before-after h4:has-text("instead") + ul a').first().click();
    await page.getByText('The level differs by').waitFor();
    expect(page.url()).toMatch(/months=\d+/);
    await page.goBack();
    await page.getByText('must not be set against each other').waitFor();
  });

  it('are read point by point with the arrow keys, each with its source; a flag opens its event', async () => {
    const page = await open('/?view=numbers&lang=en&metric=darien-crossings', { colorScheme: 'dark' });
    await page.locator('.chart .point[tabindex="0"]').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    const label = await page.evaluate<string>('document.activeElement.getAttribute("aria-label")');
    expect(await page.locator('.reading b').textContent()).toBe(label);
    expect(await page.locator('.reading a').count()).toBeGreaterThan(0);
    expect((await page.locator('[aria-live]').textContent())?.length).toBeLessThan(200);
    await page.locator('.chart .marker[tabindex="0"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('.panel h2').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.panel').count()).toBe(0);
  });

  it('have a table with the same values, and fit a narrow screen', async () => {
    const page = await open(`${landBorder}&place=CA-QC&every=MONTH`, { viewport: { width: 390, height: 844 } });
    await page.locator('.twin summary').click();
    const rows = await page.locator('.twin tbody tr').count();
    expect(rows).toBe(await page.locator('.chart .point').count());
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
    expect(await faultsByAxe(page)).toEqual([]);
  });
});
