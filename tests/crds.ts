/**
 * Checks objects against the CRDs of ../shared.
 *
 * @module
 */

import {
  formatIdentity,
  formatPath,
  identityOf,
  type Manifest,
} from "../src/model/mod.ts";
import {
  admitted,
  CrdCatalogue,
  type CustomResource,
  readCustomResource,
} from "../src/validate/crd/mod.ts";
import { loadYaml } from "../src/yaml/mod.ts";
import { SHARED } from "./requirements.ts";

let catalogue: CrdCatalogue | undefined;

/**
 * Checks an object against its CRD. Kinds of Kubernetes itself have none and
 * pass.
 *
 * @param manifest The object.
 * @returns What is wrong with it, as `Kind ns/name: path: problem`; empty if
 * nothing is.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { requirement } from "./requirements.ts";
 * const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * if (await requirement("shared")) assertEquals(validateAgainstCrd(secret), []);
 * ```
 */
export function validateAgainstCrd(manifest: Manifest): string[] {
  catalogue ??= new CrdCatalogue(readSharedCrds());
  const object = formatIdentity(identityOf(manifest));
  const lookup = catalogue.schemaOf(manifest);
  switch (lookup.kind) {
    case "built-in":
      return [];
    case "compiled": {
      const { problems, unchecked } = lookup.check(admitted(manifest));
      return [
        ...problems.map(({ path, detail }) =>
          `${object}: ${formatPath(path)}: ${detail}`
        ),
        ...unchecked.map(({ rule, reason }) =>
          `${object}: cannot evaluate ${rule}: ${reason}`
        ),
      ];
    }
    case "broken":
      return [`${object}: ${lookup.reason}`];
    default:
      return [`${object}: no CRD serves ${manifest.apiVersion}`];
  }
}

/**
 * Reads the CRDs of ../shared.
 *
 * @returns The CRDs.
 * @throws {Error} If one of them cannot be read.
 */
export function readSharedCrds(): CustomResource[] {
  const root = new URL("data/crds/", SHARED);
  const groups = [...Deno.readDirSync(root)].filter((it) => it.isDirectory);
  return groups.flatMap(({ name: group }) => {
    const directory = new URL(`${group}/`, root);
    return [...Deno.readDirSync(directory)].map(({ name }) => {
      const text = Deno.readTextFileSync(new URL(name, directory));
      const outcome = readCustomResource(loadYaml(text));
      if (outcome.kind === "read") return outcome.crd;
      throw new Error(`Cannot read "${group}/${name}": ${outcome.reason}`);
    });
  });
}
