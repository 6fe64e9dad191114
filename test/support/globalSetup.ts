/** Names this run, so that two runs on one machine do not share a database. */
export default function nameRun(): void {
  process.env.TEST_RUN = String(process.pid);
}
