import type { Locator, Page } from 'playwright-core';
import { faultsByAxe } from '../support/axe';
import { describeInBrowser } from '../support/browser';
import { createOpener } from '../support/opener';

const lifted = 'ca-mexico-visa-lifted-2016';
const reimposed = 'ca-mexico-visa-reimposed-2024';
const disputed = `ca-mexican-claims-record-2023--caused--${reimposed}`;

describeInBrowser('the chain', (executablePath) => {
  const openUntil = createOpener(executablePath);
  const open = (asked: Record<string, string>, first: string, options = {}) =>
    openUntil(`/?${new URLSearchParams({ view: 'chain', lang: 'en', ...asked })}`, first, options);
  const card = '.chain-drawing a.event';
  const mark = (page: Page, id: string): Locator => page.locator(`.chain-drawing [data-station$=" ${id}"]`);
  const addressOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
  const toldIn = (page: Page) => page.locator('[aria-live]').textContent();

  it('starts with a telling event, and is followed to depth 3; the back button goes back', async () => {
    const page = await open({}, card);
    expect(await page.locator('.start-line').textContent()).toBe(
      'Visa requirement for Mexicans lifted December 1, 2016',
    );
    expect(await page.locator(card).count()).toBe(17);
    await page.getByText('More lies beyond: 4 links were not followed').waitFor();
    await page.getByText('Look one step further').click();
    await page.getByText('Up to 3 steps.').waitFor();
    await page.locator(card).nth(20).waitFor();
    expect(addressOf(page).depth).toBe('3');
    await page.goBack();
    await page.getByText('Up to 2 steps.').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
  });

  it('leaves out links by evidence, family and dispute, and says so in words', async () => {
    const page = await open({ start: lifted }, card);
    await page.getByLabel('Evidence').selectOption('DOCUMENTED');
    await page.getByText('Evidence: at least documented.').waitFor();
    await page.locator('.chain-drawing .hop:not(.documented)').first().waitFor({ state: 'detached' });
    await page.getByLabel('Evidence').selectOption('INFERRED');
    await page.getByLabel('only in time').uncheck();
    await page.getByLabel('Without disputed ones').check();
    await page.getByText('Only links about cause, in law. Disputed links are left out.').waitFor();
    await page
      .locator('.chain-drawing .hop.temporal, .chain-drawing .hop.disputed')
      .first()
      .waitFor({ state: 'detached' });
    expect(addressOf(page)).toMatchObject({ families: 'CAUSAL,LEGAL', disputed: 'without' });
    expect(await mark(page, disputed).count()).toBe(0);
  });

  it('opens a link beside it: who says so, who disputes it; the way there stands out', async () => {
    const page = await open({ start: lifted }, card, { colorScheme: 'dark' });
    expect(await mark(page, disputed).getAttribute('aria-label')).toContain('said to have caused');
    expect(await mark(page, disputed).getAttribute('aria-label')).toContain('disputed');
    await mark(page, disputed).click();
    const panel = page.getByRole('complementary', { name: 'Details' });
    await panel.getByText('Who disagrees').waitFor();
    expect(await panel.locator('.claims .disputes b').allTextContents()).toEqual([
      'Stephan Reichhold',
      'Stéphanie Valois',
    ]);
    expect(await page.locator('.line.on-way').count()).toBe(2);
    expect(await faultsByAxe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.panel').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.dataset.station')).toBe(`link ${disputed}`);
  });

  it('is walked along its links with arrow keys; Enter opens, Escape closes and gives the focus back', async () => {
    const page = await open({ start: lifted }, card);
    await page.locator('.chain-drawing [tabindex="0"]').focus();
    const at = () => page.evaluate<string>('document.activeElement.dataset.station');
    expect(await at()).toBe(`event ${lifted}`);
    await page.keyboard.press('ArrowRight');
    expect(await at()).toMatch(/^link ca-mexico-visa-lifted-2016--/);
    await page.keyboard.press('ArrowDown');
    const second = await at();
    await page.keyboard.press('ArrowRight');
    expect(await at()).toMatch(/^event /);
    const name = await page.evaluate<string>('document.activeElement.getAttribute("aria-label")');
    expect(await toldIn(page)).toBe(name);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(second).not.toBe(await at());
    await page.keyboard.press('End');
    const last = await at();
    expect(await page.locator('.chain-drawing [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.locator('.panel h2').waitFor();
    expect(addressOf(page).event).toBe(last.slice('event '.length));
    await page.getByRole('heading', { name: 'A way between the start and' }).waitFor();
    await page.locator('.panel').focus();
    await page.keyboard.press('Escape');
    expect(await at()).toBe(last);
    await page.keyboard.press('Home');
    expect(await at()).toBe(`event ${lifted}`);
  });

  it('has a table with a row for each link, and fits a narrow screen', async () => {
    const page = await open({ start: 'ca-lacolle-july-surge-2025', direction: 'back' }, card, {
      viewport: { width: 390, height: 844 },
    });
    const links = await page.locator('.chain-drawing .hop').count();
    await page.getByRole('link', { name: 'Go to the table' }).click();
    await page.locator('.twin table').waitFor();
    expect(await page.locator('.twin tbody tr').count()).toBe(links);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
    // What led there ends with the start, which is brought into sight.
    expect(
      await page
        .locator('.chain-drawing a.start')
        .boundingBox()
        .then((box) => box && box.x + box.width),
    ).toBeLessThan(390);
    expect(await faultsByAxe(page)).toEqual([]);
  });

  it('finds another start as one types', async () => {
    const page = await open({ start: lifted }, card);
    await page.getByRole('combobox', { name: 'Event' }).fill('zero tolerance memo');
    await page.locator('.picker [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/start=us-zero-tolerance-rescinded-2021/);
    await page.locator('.start-line').getByText('withdraws the zero tolerance memo').waitFor();
    expect(await page.locator('.picker [role=option]').count()).toBe(0);
  });

  it('tells the ways between two events, whichever is the earlier', async () => {
    const page = await open({ start: reimposed, to: lifted }, '.path');
    expect(await page.locator('.path').count()).toBe(8);
    expect(await page.locator('.path').nth(1).textContent()).toContain(
      'disputed by Stephan Reichhold and Stéphanie Valois',
    );
    expect(await page.locator('.start-line').textContent()).toMatch(/^Visa requirement for Mexicans lifted/);
    await page.locator('.path').nth(1).getByRole('link').nth(1).click();
    await page.locator('.panel').getByText('Who disagrees').waitFor();
    expect(await page.locator('.line.on-way').count()).toBe(2);
    expect(await faultsByAxe(page)).toEqual([]);
  });

  it('sets causes side by side, and says where others are not recorded', async () => {
    const page = await open({ start: reimposed, show: 'causes' }, '.cause');
    expect(await page.locator('.cause').count()).toBe(4);
    expect(await page.locator('.cause').first().locator('h3').allTextContents()).toContain('Who disagrees');
    await page.getByText('weigh who says it').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    await page.goto(page.url().replace(reimposed, 'ca-mexican-claims-fall-2010'));
    await page.getByText('One cause is named. Other causes are not recorded here.').waitFor();
  });

  it('sets two events side by side, with what they share', async () => {
    const page = await open({ start: 'ca-mexico-visa-imposed-2009', with: reimposed }, '.compared');
    expect(await page.locator('.compared thead th').allTextContents()).toEqual([
      'Visa requirement for Mexicans and Czechs takes effect',
      'Canada partly reimposes the Mexican visa',
    ]);
    expect(await page.locator('.shared dd').allTextContents()).toEqual([
      'Canada',
      'Mexico',
      'Canadian visa requirement for Mexicans',
    ]);
    expect(await faultsByAxe(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
    await page.getByRole('link', { name: 'All ways between the two' }).click();
    await page.locator('.path').first().waitFor();
  });

  it('offers others to choose from where only one of two events is chosen', async () => {
    const page = await open({ start: 'ca-mexico-visa-imposed-2009', show: 'compare' }, '.start-line');
    const first = page.locator('main li a').first();
    const title = await first.textContent();
    await first.click();
    await page.locator('.compared').waitFor();
    expect(await page.locator('.compared thead th').last().textContent()).toBe(title);
    await page.goBack();
    await page.getByText('Some of those that links lead to').waitFor();
  });

  it('says what to do when nothing is found, and when an event does not exist', async () => {
    const page = await open({ start: 'ca-mexican-claims-fall-2010' }, '.filters-in-words');
    await page.getByText('With these choices no link is recorded here.').waitFor();
    await page.goto(page.url().replace('ca-mexican-claims-fall-2010', 'no-such-event'));
    await page.locator('.problem').waitFor();
    expect(await page.locator('.problem').textContent()).toContain('no-such-event');
  });
});
