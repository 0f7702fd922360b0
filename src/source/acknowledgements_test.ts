import { assertEquals } from "@std/assert";
import { ACKNOWLEDGE, readAcknowledgements } from "./acknowledgements.ts";
import { DEFAULT_CONFIG } from "./render_config.ts";

/** What stands in the annotation, the entries, and what is wrong. */
const CASES: readonly (readonly [
  string,
  readonly string[],
  readonly string[],
])[] = [
  ["", [], []],
  ["delete:prod/eu1", ["delete:prod/eu1"], []],
  [
    "delete:prod/eu1,\n  replace:prod/us1\tcontrol-plane-rollout:prod/eu1",
    ["delete:prod/eu1", "replace:prod/us1", "control-plane-rollout:prod/eu1"],
    [],
  ],
  ["delete:Namespace/prod", ["delete:Namespace/prod"], []],
  [
    "delete:ClusterRole/system:view service-uninstall:Profile/prod/eu1",
    ["delete:ClusterRole/system:view", "service-uninstall:Profile/prod/eu1"],
    [],
  ],
  [
    "delete",
    [],
    ['Cannot read acknowledgement "delete": "" names no object'],
  ],
  [
    "delete:*/eu1",
    [],
    ['Cannot read acknowledgement "delete:*/eu1": "*/eu1" names no object'],
  ],
  [
    "in-place:prod/eu1",
    [],
    ['Cannot read acknowledgement "in-place:prod/eu1": there is no effect "in-place"'],
  ],
];

for (const [text, entries, messages] of CASES) {
  Deno.test(`readAcknowledgements() reads ${JSON.stringify(text)}`, () => {
    const annotations = { [ACKNOWLEDGE]: text };
    const read = readAcknowledgements(
      { ...DEFAULT_CONFIG, metadata: { annotations } },
      [],
    );
    assertEquals(read.acknowledgements.map(({ entry }) => entry), entries);
    assertEquals(read.findings.map(({ message }) => message), messages);
  });
}
