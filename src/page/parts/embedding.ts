import type { Address } from '../address';
import { heightMessage } from './embedCode';

/** Type that whoever embeds a view may ask for: what most machines have. */
export const fonts: Readonly<Record<string, string>> = {
  sans: 'system-ui, sans-serif',
  serif: 'Georgia, "Times New Roman", serif',
  mono: 'ui-monospace, monospace',
  arial: 'Arial, Helvetica, sans-serif',
  helvetica: '"Helvetica Neue", Helvetica, Arial, sans-serif',
  georgia: 'Georgia, serif',
  times: '"Times New Roman", Times, serif',
  verdana: 'Verdana, Geneva, sans-serif',
  system: 'system-ui, sans-serif',
};

/** The variables of the look that an address sets; what is no colour or no known type is left out. */
export function lookOf(address: Address): Record<string, string> {
  const look: Record<string, string> = {};
  for (const name of ['accent', 'ink', 'paper']) {
    const colour = address[name];
    if (colour !== undefined && isColour(colour)) look[`--${name}`] = colour;
  }
  const font = Object.hasOwn(fonts, address.font ?? '') ? fonts[address.font ?? ''] : undefined;
  if (font) look['--font'] = font;
  return look;
}

/** A colour in hex digits, by its name, or by numbers: nothing that could fetch or refer to anything. */
export const isColour = (text: string): boolean =>
  /^(#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|[a-z]{3,20}|(rgb|hsl|oklch|oklab|lab|lch|hwb)a?\([\d\s.,%/a-z-]{1,60}\))$/i.test(
    text,
  );

/** Tells the page around how high this one is, now and whenever that changes; ends with what is returned. */
export function tellHeight(): () => void {
  const tell = () =>
    window.parent.postMessage(
      { type: heightMessage, height: Math.ceil(document.body.getBoundingClientRect().height) },
      '*',
    );
  const observer = new ResizeObserver(tell);
  observer.observe(document.body);
  return () => observer.disconnect();
}
