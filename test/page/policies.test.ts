import type { Page } from 'playwright-core';
import { h } from 'preact';
import { dateOf, dayOf, monthsLater } from '../../src/page/days';
import { LifeBar } from '../../src/page/policies/Life';
import { changeDays, lifeParts, yearsOf } from '../../src/page/policies/layout';
import type { StateRead } from '../../src/page/policies/questions';
import { faultsByAxe } from '../support/axe';
import { describeInBrowser } from '../support/browser';
import { expectDrawing } from '../support/drawing';
import { createOpener } from '../support/opener';

const day = (text: string) => ({ text, earliest: text, latest: text, precision: 'DAY' });
const year = (text: string) => ({ text, earliest: `${text}-01-01`, latest: `${text}-12-31`, precision: 'YEAR' });

const state = (status: string, from: StateRead['from'], until: StateRead['until']): StateRead => ({
  status,
  from,
  until,
  by: null,
  scope: null,
  certainty: 'CERTAIN',
});

const states = [
  state('UNKNOWN', null, day('2001-01-01')),
  state('ANNOUNCED', day('2001-01-01'), day('2002-01-01')),
  state('IN_FORCE', day('2002-01-01'), year('2005')),
  state('BLOCKED', year('2005'), day('2007-01-01')),
  state('PARTLY_IN_FORCE', day('2007-01-01'), day('2008-01-01')),
  state('ENDED', day('2008-01-01'), null),
];

const domain = { first: dayOf('2000-01-01'), last: dayOf('2010-01-01') };

describe('the bar of a life', () => {
  it('draws nothing before anything is recorded, and nothing after the end', () => {
    expect(lifeParts(states, domain).map(({ status }) => status)).toEqual([
      'ANNOUNCED',
      'IN_FORCE',
      'BLOCKED',
      'PARTLY_IN_FORCE',
    ]);
  });

  it('is soft over all the days on which a change can have come', () => {
    const [, inForce, blocked] = lifeParts(states, domain);
    expect(inForce?.until).toBeCloseTo(50, 0);
    expect(inForce?.softUntil?.map(Math.round)).toEqual([50, 60]);
    expect(blocked?.from).toBeCloseTo(60, 0);
  });

  it('runs to the edge where no end is recorded', () => {
    const [part] = lifeParts([state('IN_FORCE', day('1990-01-01'), null)], domain);
    expect(part).toMatchObject({ from: 0, until: 100, openLeft: true, openRight: true });
  });

  it('is drawn as it was looked at', () => {
    expectDrawing('life', h(LifeBar, { parts: lifeParts(states, domain), domain, day: dayOf('2006-06-01') }));
  });
});

test('days on which something changed stand once each, in order', () => {
  expect(changeDays([...states, ...states]).map(dateOf)).toEqual([
    '2001-01-01',
    '2002-01-01',
    '2005-12-31',
    '2007-01-01',
    '2008-01-01',
  ]);
});

test('years under a drawing are as many as there is room for', () => {
  expect(yearsOf(domain, 5).map(({ year: one }) => one)).toEqual([2000, 2002, 2004, 2006, 2008, 2010]);
});

test('a month later than the last of a long month is the last of the shorter one', () => {
  expect(monthsLater('2024-01-31', 1)).toBe('2024-02-29');
  expect(monthsLater('2024-03-31', -1)).toBe('2024-02-29');
  expect(monthsLater('2024-02-29', 12)).toBe('2025-02-28');
});

describeInBrowser('policies on a date', (executablePath) => {
  const openUntil = createOpener(executablePath);
  const open = (path: string, options = {}) => openUntil(path, '.life', options);
  const group = (page: Page, status: string) =>
    page.locator('.standing section', { has: page.getByRole('heading', { name: status }) });

  it('show how each stood on the day in the address, since when and by which event', async () => {
    const page = await open('/?view=policies&lang=en&date=2019-08-01&place=US');
    const blocked = group(page, 'Blocked');
    await blocked.waitFor();
    expect(await blocked.textContent()).toContain('since July 24, 2019');
    expect(await faultsByAxe(page)).toEqual([]);
  });

  it('follow the slider by keyboard, a day and a year at a time, and tell the day', async () => {
    const page = await open('/?view=policies&lang=en&date=2016-11-30&place=CA');
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: /December 1, 2016/ }).waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toBe('December 1, 2016');
    expect(new URL(page.url()).searchParams.get('date')).toBe('2016-12-01');
    expect(await page.locator('[aria-live]').textContent()).toBe('December 1, 2016');
    await page.keyboard.press('Shift+PageUp');
    await page.getByRole('heading', { name: /December 1, 2017/ }).waitFor();
  });

  it('step from change to change; the back button goes back', async () => {
    const page = await open('/?view=policies&lang=en&date=2016-11-30');
    await page.getByRole('button', { name: /Next change/ }).click();
    await page.getByRole('heading', { name: /December 1, 2016/ }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: /November 30, 2016/ }).waitFor();
  });

  it('lead to one policy with its life, and from a change to its event', async () => {
    const page = await open('/?view=policies&lang=en&policy=mexico-visa-requirement', { colorScheme: 'dark' });
    const periods = await page.locator('.periods li').allTextContents();
    expect(periods.map((text) => text.split(':')[0])).toContain('Partly in force');
    expect(await faultsByAxe(page)).toEqual([]);
    await page.locator('.periods a').last().click();
    await page.locator('.panel h2').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.twin summary').click();
    expect(await page.locator('.twin tbody tr').count()).toBe(periods.length);
  });

  it('fit a narrow screen, in Spanish', async () => {
    const page = await open('/?view=policies&lang=es&date=2021-03-01', { viewport: { width: 390, height: 844 } });
    await page.getByText('1 de marzo de 2021').first().waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
    expect(await page.evaluate<string>('document.documentElement.lang')).toBe('es');
    expect(await faultsByAxe(page)).toEqual([]);
  });
});
