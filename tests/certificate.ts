/**
 * Certificates for servers of tests.
 *
 * @module
 */

/** What a server over TLS needs, and its clients, in PEM. */
export interface TestCertificate {
  /** The authority that signs the certificate. */
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/**
 * Makes a certificate, and an authority for it alone, by a Go program of ours.
 *
 * @param host The name that it is for.
 * @returns The certificate.
 * @throws {Error} If it cannot be made.
 */
export async function makeCertificate(host: string): Promise<TestCertificate> {
  const { success, stdout, stderr } = await new Deno.Command("go", {
    args: ["run", ".", host],
    cwd: new URL("go/certificate/", import.meta.url),
  }).output();
  const decoder = new TextDecoder();
  if (success) return JSON.parse(decoder.decode(stdout));
  throw new Error(`Cannot make a certificate: ${decoder.decode(stderr)}`);
}
