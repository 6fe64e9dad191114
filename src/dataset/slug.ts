/** A readable id from a title: `Entente sur les tiers pays sûrs (2002)` → `entente-sur-les-tiers-pays-surs-2002`. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}
