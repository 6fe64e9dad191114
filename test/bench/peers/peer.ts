/** Somebody who answers at `/graphql` of a port of this machine. */
export interface HttpPeer {
  port: number;
  close(): Promise<void>;
}
