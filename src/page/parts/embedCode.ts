/** What a frame tells the page around it, whenever its height changes. */
export const heightMessage = 'policy-timelines:height';

/** The lines of HTML that show a state of this page within another page, as high as it needs to be. */
export function embedCode(address: URL, title: string): string {
  const frame = new URL(`/embed${address.search}`, address);
  return `<iframe src="${escaped(frame.href)}" title="${escaped(title)}" width="100%" height="640" loading="lazy" style="border:0"></iframe>
<script>
addEventListener('message', ({ data, source }) => {
  if (data?.type !== '${heightMessage}') return;
  for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.height = data.height;
});
</script>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
