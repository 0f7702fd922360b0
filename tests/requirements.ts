/**
 * What some tests need that a bare machine lacks. Such a test runs where it is
 * present, is skipped with a notice where it is not, and fails where
 * `K0RENDER_REQUIRE_ALL=1` says that everything has been installed.
 *
 * @module
 */

/** The folder of reference data that stands beside the project. */
export const SHARED = new URL("../../shared/", import.meta.url);

const REQUIREMENTS = {
  shared: {
    what: "the folder shared beside the project",
    present: () => exists(SHARED),
  },
  go: { what: "Go", present: () => runs("go", "version") },
  "docker-registry": {
    what: "Debian's docker-registry",
    present: () => runs("docker-registry", "--version"),
  },
  chromium: {
    what: "Debian's chromium",
    present: () => runs("chromium", "--version"),
  },
  helm: {
    what: "Helm 3 and 4, as helm3 and helm4",
    present: async () =>
      await runs("helm3", "version") && await runs("helm4", "version"),
  },
  "ssh-keygen": {
    what: "OpenSSH with ssh-keygen",
    present: () => runs("ssh", "-V"),
  },
} as const;

/** The name of something that tests may require. */
export type RequirementName = keyof typeof REQUIREMENTS;

/**
 * Whether something that tests require is here.
 *
 * @param name What is required.
 * @returns Whether it is here; if not, a notice has been printed.
 * @throws {Error} If it is not, and `K0RENDER_REQUIRE_ALL` is 1.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * if (await requirement("shared")) {
 *   assert((await Deno.stat(SHARED)).isDirectory);
 * }
 * ```
 */
export async function requirement(name: RequirementName): Promise<boolean> {
  const { what, present } = REQUIREMENTS[name];
  if (await present()) return true;
  if (Deno.env.get("K0RENDER_REQUIRE_ALL") === "1") {
    throw new Error(`Cannot run all tests: ${what} is missing`);
  }
  const notice = `notice: tests that need ${what} are skipped\n`;
  await Deno.stderr.write(new TextEncoder().encode(notice));
  return false;
}

async function exists(url: URL): Promise<boolean> {
  try {
    await Deno.stat(url);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function runs(command: string, ...args: string[]): Promise<boolean> {
  try {
    return (await new Deno.Command(command, { args }).output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
